// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/workspace_flow.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int keepAfterMs = 1500;

QString addressText(const DatabaseAddress& address)
{
    return address.url.isEmpty() ? address.path : address.url;
}

/// Paths below the workspace's folder are kept relative to it.
QString databaseText(const DatabaseAddress& address, const QString& workspacePath)
{
    if (!address.url.isEmpty())
        return address.url;
    const QString relative = QFileInfo(workspacePath).dir().relativeFilePath(address.path);
    return relative.startsWith(QLatin1String("..")) ? address.path : relative;
}

} // namespace

QString unnamedWorkspacePath(const QStringList& addresses)
{
    QStringList sorted = addresses;
    sorted.sort();
    const QByteArray hash =
        QCryptographicHash::hash(sorted.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha1);
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/unnamed/%1.cadastre").arg(QLatin1String(hash.toHex()));
}

WorkspaceFlow::WorkspaceFlow(QWidget* window, OpenSources* sources, DiagramController* diagram,
                             Settings* settings)
    : QObject(window)
    , m_window(window)
    , m_sources(sources)
    , m_diagram(diagram)
    , m_settings(settings)
    , m_keepTimer(new QTimer(this))
{
    m_keepTimer->setSingleShot(true);
    m_keepTimer->setInterval(keepAfterMs);
    connect(m_keepTimer, &QTimer::timeout, this, &WorkspaceFlow::keepUnnamed);
    connect(m_sources, &OpenSources::factsChanged, this, [this](FactsChange change) {
        if (change == FactsChange::Opened)
            m_opening = false;
    });
}

void WorkspaceFlow::openSources(std::vector<SourceRequest> requests)
{
    m_opening = true;
    m_sources->open(std::move(requests), m_workspace.decisions);
}

WorkspaceFlow::~WorkspaceFlow()
{
    m_saveJob.wait();
}

void WorkspaceFlow::openNamed(const QString& path)
{
    keepUnnamed();
    m_loadJob.start([path](const std::atomic_bool&) { return loadWorkspace(path); },
                    [this, path](const Result<Workspace>& loaded) { takeLoaded(loaded, path); });
}

void WorkspaceFlow::takeLoaded(const Result<Workspace>& loaded, const QString& path)
{
    if (!loaded) {
        Q_EMIT message({MessageTopic::Workspace,
                        MessageLevel::Error,
                        loaded.error().message,
                        loaded.error().detail,
                        {}});
        return;
    }
    std::vector<SourceRequest> requests;
    for (const auto& [name, source] : loaded->sources) {
        const auto address = parseDatabaseAddress(databaseArgument(source, path));
        if (!address) {
            Q_EMIT message({MessageTopic::Workspace,
                            MessageLevel::Error,
                            address.error().message,
                            address.error().detail,
                            {}});
            continue;
        }
        ReadOptions options;
        options.schemas = source.schemas;
        options.tables = source.tables;
        requests.push_back({*address, {}, options, name});
    }
    if (requests.empty() && !loaded->sources.empty())
        return; // what was open stays open, and is not this workspace
    m_path = path;
    m_workspace = *loaded;
    m_modified = false;
    m_diagram->setPlacements(loaded->placements);
    m_settings->addRecent(path);
    Q_EMIT titleChanged();
    fetchPasswords(std::move(requests), 0);
}

void WorkspaceFlow::fetchPasswords(std::vector<SourceRequest> requests, std::size_t next)
{
    while (next < requests.size() && requests[next].address.url.isEmpty())
        ++next;
    if (next >= requests.size()) {
        if (!requests.empty())
            openSources(std::move(requests));
        return;
    }
    const QString address = requests[next].address.url;
    m_keychain.read(address, [this, requests, next](const QString& password) mutable {
        requests[next].password = password;
        fetchPasswords(std::move(requests), next + 1);
    });
}

void WorkspaceFlow::openUnnamed(const SourceRequest& request)
{
    keepUnnamed();
    m_path.clear();
    m_workspace = {};
    m_modified = false;
    Q_EMIT titleChanged();
    const QString kept = unnamedWorkspacePath({addressText(request.address)});
    if (!QFileInfo::exists(kept)) {
        openSources({request});
        return;
    }
    m_loadJob.start([kept](const std::atomic_bool&) { return loadWorkspace(kept); },
                    [this, request](const Result<Workspace>& loaded) {
                        if (loaded) {
                            m_workspace = *loaded;
                            m_workspace.sources.clear();
                            m_diagram->setPlacements(loaded->placements);
                        }
                        openSources({request});
                    });
}

void WorkspaceFlow::forgetSource(const QString& name)
{
    m_workspace.sources.erase(name);
}

void WorkspaceFlow::forget()
{
    keepUnnamed();
    m_path.clear();
    m_workspace = {};
    m_modified = false;
    Q_EMIT titleChanged();
}

void WorkspaceFlow::markChanged()
{
    m_modified = true;
    if (m_path.isEmpty())
        m_keepTimer->start();
    Q_EMIT titleChanged();
}

void WorkspaceFlow::keepUnnamed()
{
    m_keepTimer->stop();
    if (!m_path.isEmpty() || !m_modified || m_sources->sources().empty())
        return;
    const QString path = unnamedPath();
    QDir().mkpath(QFileInfo(path).path());
    write(path, CollisionChoice::TakeMine);
}

QString WorkspaceFlow::unnamedPath() const
{
    QStringList addresses;
    for (const LoadedSource& source : m_sources->sources())
        addresses << addressText(source.request.address);
    return unnamedWorkspacePath(addresses);
}

Workspace WorkspaceFlow::current(const QString& path) const
{
    Workspace workspace = m_workspace;
    workspace.placements = m_diagram->placements();
    if (m_path.isEmpty() || !m_opening)
        workspace.decisions = m_sources->decisions();
    for (const LoadedSource& source : m_sources->sources()) {
        const QString database = databaseText(source.request.address, path);
        std::erase_if(workspace.sources, [&](const auto& known) {
            return known.first != source.request.name && known.second.database == database;
        });
    }
    for (const LoadedSource& source : m_sources->sources()) {
        const ReadOptions& options = source.request.options;
        workspace.sources[source.request.name] = {databaseText(source.request.address, path),
                                                  options.schemas, options.tables};
    }
    return workspace;
}

void WorkspaceFlow::save()
{
    m_path.isEmpty() ? saveAs() : saveTo(m_path);
}

void WorkspaceFlow::saveAs()
{
    auto* dialog = new QFileDialog(m_window, tr("Save the workspace"), m_settings->folder(),
                                   tr("Workspaces (*.cadastre)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("cadastre"));
    if (!m_sources->sources().empty())
        dialog->selectFile(m_sources->sources().front().request.name);
    connect(dialog, &QFileDialog::fileSelected, this, &WorkspaceFlow::saveTo);
    dialog->open();
}

void WorkspaceFlow::saveTo(const QString& path)
{
    if (m_path != path) {
        m_workspace.document = {};
        for (auto& [name, source] : m_workspace.sources)
            source.database = databaseArgument(source, m_path);
    }
    m_path = path;
    m_settings->setFolder(QFileInfo(path).path());
    m_settings->addRecent(path);
    write(path, CollisionChoice::Ask);
}

void WorkspaceFlow::write(const QString& path, CollisionChoice choice)
{
    m_modified = false;
    const Workspace workspace = current(path);
    const Decisions written = workspace.decisions;
    m_saveJob.start([path, choice, workspace](
                        const std::atomic_bool&) { return saveWorkspace(path, workspace, choice); },
                    [this, path, written](const Result<WorkspaceSave>& result) {
                        takeSaved(path, written, result);
                    });
}

void WorkspaceFlow::takeSaved(const QString& path, const Decisions& written,
                              const Result<WorkspaceSave>& result)
{
    const bool done = result && result->collisions.empty();
    m_modified = m_modified || !done;
    if (!result) {
        const Error& error = result.error();
        Q_EMIT message(
            {MessageTopic::Workspace, MessageLevel::Error, error.message, error.detail, {}});
    } else if (!done) {
        askCollisions(path, *result);
    } else if (path == (m_path.isEmpty() ? unnamedPath() : m_path)) {
        m_workspace = result->workspace;
        if (m_path.isEmpty())
            m_workspace.sources.clear();
        Q_EMIT decisionsMerged(written, m_workspace.decisions);
    }
    Q_EMIT titleChanged();
    if (!m_modified)
        Q_EMIT saved();
}

void WorkspaceFlow::askCollisions(const QString& path, const WorkspaceSave& save)
{
    QStringList entries;
    for (const EntryCollision& collision : save.collisions)
        entries << QString::fromUtf8(collision.section + '/' + collision.entry);
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Save the workspace"),
        tr("%1 was changed by somebody else meanwhile, and here too. Whose changes shall be kept?")
            .arg(QFileInfo(path).fileName()),
        QMessageBox::Cancel, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDetailedText(entries.join(QLatin1Char('\n')));
    QPushButton* mine = question->addButton(tr("Keep &mine"), QMessageBox::AcceptRole);
    QPushButton* theirs = question->addButton(tr("Open &theirs"), QMessageBox::DestructiveRole);
    connect(mine, &QPushButton::clicked, this,
            [this, path] { write(path, CollisionChoice::TakeMine); });
    connect(theirs, &QPushButton::clicked, this, [this, path] { openNamed(path); });
    question->open();
}

} // namespace cadastre
