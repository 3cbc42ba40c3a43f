// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/file_desk.h"

#include "app/main_window.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QTimer>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int soonMs = 400;                            ///< changes come in groups
constexpr int checkForMs = 5000;                       ///< of all pages; then nothing is said
constexpr qint64 largestChecked = 512LL * 1024 * 1024; ///< bytes: every page is read

} // namespace

FileDesk::FileDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_watcher(new QFileSystemWatcher(this))
    , m_soon(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(soonMs);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, m_soon, qOverload<>(&QTimer::start));
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, m_soon, qOverload<>(&QTimer::start));
    connect(m_soon, &QTimer::timeout, this, [this] {
        watch(); // a file that was replaced is another one
        if (m_job.isRunning() || m_parts.sources->isBusy())
            m_soon->start();
        else
            look(true);
    });
}

QStringList FileDesk::paths() const
{
    QStringList found;
    for (const LoadedSource& source : m_parts.sources->sources()) {
        if (source.request.address.kind == AddressKind::Sqlite)
            found << source.request.address.path;
    }
    return found;
}

void FileDesk::takeFacts(FactsChange change)
{
    m_soon->stop();
    m_parts.window->messageBar()->clearTopic(MessageTopic::File);
    if (change == FactsChange::Opened)
        m_known.clear();
    watch();
    look(false);
}

void FileDesk::watch()
{
    QStringList wanted;
    for (const QString& path : paths()) {
        const QString real = QFileInfo(path).canonicalFilePath();
        if (real.isEmpty())
            continue;
        wanted << real << QFileInfo(real).path();
        if (QFileInfo::exists(real + QStringLiteral("-wal")))
            wanted << real + QStringLiteral("-wal");
    }
    const QStringList watched = m_watcher->files() + m_watcher->directories();
    for (const QString& path : watched) {
        if (!wanted.contains(path))
            m_watcher->removePath(path);
    }
    for (const QString& path : std::as_const(wanted)) {
        if (!watched.contains(path))
            m_watcher->addPath(path);
    }
}

/// Files whose size and times are the known ones are not opened for news.
void FileDesk::look(bool isNews)
{
    m_job.start(
        [all = paths(), known = m_known, isNews](const std::atomic_bool& cancelled) {
            QElapsedTimer clock;
            clock.start();
            const auto shouldStop = [&] { return cancelled || clock.elapsed() > checkForMs; };
            Looks looks;
            for (const QString& path : all) {
                const auto before = known.find(path);
                const Result<SqliteFileState> state = sqliteFileState(path);
                if (!state || (isNews && before != known.end() && before->second.file == *state))
                    continue;
                const bool isUnsure = before == known.end() || !before->second.damage.isEmpty();
                const bool checkPages = isUnsure && !isNews && state->size <= largestChecked;
                if (const auto made = lookAtSqlite(path, checkPages, shouldStop))
                    looks.emplace(path, *made);
            }
            return looks;
        },
        [this, isNews](const Looks& looks) { takeLooks(looks, isNews); });
}

void FileDesk::takeLooks(const Looks& looks, bool isNews)
{
    if (!isNews)
        m_changed.clear();
    for (const auto& [path, look] : looks) {
        const auto known = m_known.find(path);
        if (known == m_known.end() || !isNews) {
            if (!look.damage.isEmpty())
                sayDamaged(path, look);
            m_known.insert_or_assign(path, look);
            continue;
        }
        known->second.file = look.file;
        if (known->second.schema == look.schema)
            continue;
        for (const LoadedSource& source : m_parts.sources->sources()) {
            if (source.request.address.path == path && !m_changed.contains(source.request.name))
                m_changed << source.request.name;
        }
        sayChanged();
    }
    Q_EMIT looked();
}

void FileDesk::sayDamaged(const QString& path, const SqliteLook& look)
{
    Message told;
    told.topic = MessageTopic::File;
    told.level = MessageLevel::Warning;
    told.text = tr("Some pages of %1 are damaged: what is shown of it may be incomplete. Restore "
                   "it from a copy.")
                    .arg(QFileInfo(path).fileName());
    told.detail = look.damage;
    Q_EMIT message(told);
}

void FileDesk::sayChanged()
{
    Message told;
    told.topic = MessageTopic::File;
    const auto& sources = m_parts.sources->sources();
    const auto source = std::ranges::find(
        sources, m_changed.value(0), [](const LoadedSource& each) { return each.request.name; });
    if (source == sources.end())
        return;
    told.text = m_changed.size() == 1
                    ? tr("The schema of %1 was changed by another program.")
                          .arg(QFileInfo(source->request.address.path).fileName())
                    : tr("The schemas of %Ln open files were changed by another program.", nullptr,
                         static_cast<int>(m_changed.size()));
    told.action = tr("&Read again (F5)");
    Q_EMIT message(told);
}

bool FileDesk::answer(MessageTopic topic, bool /*other*/)
{
    if (topic != MessageTopic::File)
        return false;
    m_parts.sources->refresh(m_changed);
    return true;
}

void FileDesk::leave()
{
    m_soon->stop();
    m_job.cancel();
    m_watcher->disconnect(this);
}

} // namespace cadastre
