// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The desk's other databases and snapshots: chosen, read, written.
#include "app/changes_desk.h"

#include "app/main_window.h"
#include "app/recent_databases.h"
#include "app/settings.h"
#include "model/catalog/snapshot.h"
#include "model/replace_file.h"
#include "widgets/changes_panel.h"
#include "widgets/connection_dialog.h"

#include <QAction>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>

namespace cadastre {

void ChangesDesk::chooseOther()
{
    auto* dialog = new QFileDialog(
        m_parts.window, tr("Compare with"), m_parts.settings->folder(),
        tr("Snapshots and SQLite databases (*.json *.db *.sqlite *.sqlite3);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_parts.settings->setFolder(QFileInfo(path).path());
        compareWithAddress(path);
    });
    dialog->open();
}

void ChangesDesk::fillRecentMenu(QMenu* menu)
{
    menu->clear();
    for (const RecentEntry& entry : recentEntries(m_parts.settings->recent())) {
        QString title = QString(entry.title + QStringLiteral(" — ") + entry.location);
        QAction* action = menu->addAction(title.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(entry.address);
        action->setEnabled(m_compareAction->isEnabled());
        connect(action, &QAction::triggered, this,
                [this, address = entry.address] { compareWithAddress(address); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No recent databases"))->setEnabled(false);
    menu->addSeparator();
    QAction* server = menu->addAction(tr("Another &server…"));
    server->setEnabled(m_compareAction->isEnabled());
    connect(server, &QAction::triggered, this,
            [this] { m_openFlow->connectToServer(OpenMode::Replace); });
}

/// A server that is open lends its password; that of others comes from the keychain, and is asked
/// for where the server wants one.
void ChangesDesk::compareWithAddress(const QString& text)
{
    const auto address = parseDatabaseAddress(text);
    const auto& open = m_parts.sources->sources();
    const auto same = std::ranges::find_if(
        open, [&](const LoadedSource& one) { return address && one.request.address == *address; });
    if (same != open.end())
        compareWithRequest(same->request);
    else
        m_openFlow->openAddress(text);
}

void ChangesDesk::compareWithRequest(const SourceRequest& request)
{
    if (ConnectionDialog* dialog = m_openFlow->dialog())
        dialog->accept();
    m_asked = request;
    m_isReading = true;
    Q_EMIT started(tr("Comparing with %1…").arg(request.address.displayText()));
    m_flow->compareWith(request);
    showPanel();
}

void ChangesDesk::tellProblem(const Error& error)
{
    if (m_panel != nullptr)
        m_panel->setProblem(error.message);
    if (error.kind == ErrorKind::PasswordNeeded)
        m_openFlow->askAgain({m_asked, error}, OpenMode::Replace);
    else
        Q_EMIT message(
            {MessageTopic::Difference, MessageLevel::Warning, error.message, error.detail, {}});
}

void ChangesDesk::saveSnapshot()
{
    const auto& open = m_parts.sources->sources();
    if (open.empty())
        return;
    const QString name =
        QStringLiteral("%1/%2-%3.catalog.json")
            .arg(m_parts.settings->folder(), open.front().part->source().name,
                 QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd")));
    auto* dialog = new QFileDialog(m_parts.window, tr("Save a snapshot"), name,
                                   tr("Snapshots (*.catalog.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("catalog.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &ChangesDesk::writeSnapshot);
    dialog->open();
}

/// Of several open databases, that of the selected object, else the first.
void ChangesDesk::writeSnapshot(const QString& path)
{
    m_parts.settings->setFolder(QFileInfo(path).path());
    const auto& open = m_parts.sources->sources();
    const auto selected = m_parts.diagram->selected();
    const int number = selected ? m_parts.sources->facts().catalog->sourceOf(*selected).index : 0;
    if (number >= static_cast<int>(open.size()))
        return;
    m_snapshotJob.start(
        [part = open[number].part, path,
         now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate)](const std::atomic_bool&) {
            SnapshotOptions options;
            options.stamp = now;
            return replaceFile(path, snapshotText(*part, options));
        },
        [this, path](const Result<Nothing>& written) {
            Q_EMIT message(
                {MessageTopic::Difference,
                 written ? MessageLevel::Info : MessageLevel::Error,
                 written ? tr("The structure was saved as %1.").arg(QFileInfo(path).fileName())
                         : written.error().message,
                 written ? QString() : written.error().detail,
                 {}});
        });
}

} // namespace cadastre
