// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Export: what and how, then where, then written off the UI thread; offered to be opened, never
// opened by itself.
#include "app/boundary_desk.h"
#include "app/main_window.h"
#include "app/settings.h"
#include "app/share_desk.h"
#include "app/theme.h"
#include "diagram/boundary_pictures.h"
#include "diagram/canvas.h"
#include "model/catalog/table_counts.h"

#include <QDate>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace cadastre {

namespace {

/// "shop · 26 November 2026", as the window's language writes a date.
QString captionOf(const QString& title, const QDate& date)
{
    return title + QStringLiteral(" · ") + QLocale().toString(date, QLocale::LongFormat);
}

/// A title as the name of a file: no separators, nothing that a shell or system reads.
QString fileNameOf(const QString& title)
{
    QString name;
    for (const QChar c : title) {
        if (c.isLetterOrNumber() || c == u'_' || c == u'.')
            name += c;
        else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-')))
            name += QLatin1Char('-');
    }
    while (name.endsWith(QLatin1Char('-')) || name.endsWith(QLatin1Char('.')))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("diagram") : name.left(80);
}

} // namespace

std::vector<TableId> ShareDesk::tablesOf(const QString& boundary) const
{
    const BoundaryFlow* flow = m_parts.boundaries->flow();
    const Ownership& ownership = flow->state()->check.ownership;
    const auto index = flow->isCurrent() ? ownership.indexOf(boundary) : std::nullopt;
    return index ? ownership.tablesOf(*index) : std::vector<TableId>();
}

std::vector<TableId> ShareDesk::tablesAround(const QString& boundary) const
{
    const BoundaryFlow* flow = m_parts.boundaries->flow();
    const BoundaryCheck& check = flow->state()->check;
    const auto index = flow->isCurrent() ? check.ownership.indexOf(boundary) : std::nullopt;
    return index ? boundaryNeighbourhood(*m_parts.sources->facts().catalog, check.ownership,
                                         check.crossings, *index)
                 : std::vector<TableId>();
}

std::vector<ShareDesk::Scope> ShareDesk::scopes() const
{
    std::vector<Scope> all;
    all.push_back({{tr("Everything"), tr("All tables and views of what is open.")}, {}, {}, false});
    const std::vector<TableId> shown = shownTables();
    const Catalog& catalog = *m_parts.diagram->facts().catalog;
    TableCounts counts = countTables(catalog, shown);
    counts.copies = countCopies(catalog, shown);
    all.push_back({{tr("What is shown (%1)").arg(tablesAndCopiesText(counts)),
                    tr("The diagram as it is now.")},
                   shown,
                   {},
                   true});
    const std::vector<TableId> selected = m_parts.boundaries->selectedTables();
    if (!selected.empty())
        all.push_back({{tr("Selection (%1)").arg(tablesText(countTables(catalog, selected))), {}},
                       selected,
                       {},
                       false});
    for (const auto& [name, boundary] : m_parts.boundaries->flow()->document().entries) {
        std::vector<TableId> tables = tablesAround(name);
        if (!tables.empty())
            all.push_back({{tr("Boundary %1").arg(name),
                            tr("Its tables, and those of others that are linked with it.")},
                           std::move(tables),
                           name,
                           false});
    }
    return all;
}

QString ShareDesk::titleOf(const Scope& scope) const
{
    const QString source = m_parts.sources->facts().catalog->source(SourceId{0}).name;
    return scope.boundary.isEmpty() ? source
                                    : QString(source + QStringLiteral(": ") + scope.boundary);
}

void ShareDesk::openDialog(const QString& ending, const QString& boundary)
{
    if (m_parts.sources->facts().catalog->isEmpty())
        return;
    if (m_dialog)
        m_dialog->close();
    const std::vector<Scope> all = scopes();
    std::vector<ExportScopeEntry> entries;
    for (const Scope& scope : all)
        entries.push_back(scope.entry);
    ExportChoice first;
    first.format = shareFormat(ending);
    first.dark = ending == QLatin1String("svg") && isDarkTheme();
    first.scale = 1;
    const bool isDocument = ending == QLatin1String("html");
    const auto wanted = std::ranges::find(all, boundary, &Scope::boundary);
    const auto selected = std::ranges::find_if(all, [](const Scope& scope) {
        return scope.tables && !scope.isShown && scope.boundary.isEmpty();
    });
    if (!boundary.isEmpty() && wanted != all.end())
        first.scope = static_cast<int>(wanted - all.begin());
    else if (!isDocument)
        first.scope = selected != all.end() && selected->tables->size() > 1
                          ? static_cast<int>(selected - all.begin())
                          : 1;
    std::vector<ExportFormatEntry> formats;
    for (const ShareFormat& format : shareFormats())
        formats.push_back(format.entry);
    m_dialog = new ExportDialog(entries, formats, first, m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ExportDialog::chosen, this, [this, all](const ExportChoice& choice) {
        askPlace(all[static_cast<std::size_t>(choice.scope)], choice);
    });
    m_dialog->open();
}

void ShareDesk::askPlace(const Scope& scope, const ExportChoice& choice)
{
    const ShareFormat& format = shareFormats()[static_cast<std::size_t>(choice.format)];
    auto* dialog = new QFileDialog(m_parts.window, tr("Export %1").arg(scope.entry.title),
                                   m_parts.settings->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (format.kind == ShareKind::Folder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setLabelText(QFileDialog::Accept, tr("&Write here"));
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(format.entry.title, format.ending));
        dialog->setDefaultSuffix(format.ending);
        dialog->selectFile(fileNameOf(titleOf(scope)));
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, scope, choice](const QString& path) {
        m_parts.settings->setFolder(QFileInfo(path).path());
        write(scope, choice, path);
    });
    dialog->open();
}

void ShareDesk::write(const Scope& scope, const ExportChoice& choice, const QString& path)
{
    const ShareFormat format = shareFormats()[static_cast<std::size_t>(choice.format)];
    SharedRequest wish = request(scope.tables);
    wish.title = titleOf(scope);
    wish.options.dark = choice.dark;
    wish.options.scale = choice.scale;
    if (choice.caption)
        wish.options.title = captionOf(wish.title, QDate::currentDate());
    if (!scope.tables)
        wish.placements = m_parts.diagram->placements();
    const bool isDrawn = scope.isShown && format.kind == ShareKind::Picture;
    PictureExport drawn = m_parts.window->currentPicture();
    drawn.options = wish.options;
    Q_EMIT started(tr("Exporting…"));
    const SectionProgress tell = [this](int done, int total) {
        constexpr int step = 16; // of sections; each would be a flood of events
        if (done % step == 0)
            QMetaObject::invokeMethod(
                this, [this, done, total] { Q_EMIT progress(tr("Documenting…"), done, total); },
                Qt::QueuedConnection);
    };
    m_writeJob.start(
        [wish, format, path, tell, isDrawn,
         drawn](const std::atomic_bool& cancelled) -> Result<ShareResult> {
            if (!isDrawn)
                return writeShared(wish, format, path, tell, cancelled);
            const Result<Nothing> written = exportPicture(drawn, path);
            return written ? Result<ShareResult>(ShareResult{true, {}}) : written.error();
        },
        [this, path](const Result<ShareResult>& result) { takeWritten(result, path); });
}

void ShareDesk::takeWritten(const Result<ShareResult>& result, const QString& path)
{
    Q_EMIT ended();
    if (!result) {
        Q_EMIT message({MessageTopic::Share,
                        MessageLevel::Error,
                        result.error().message,
                        result.error().detail,
                        {}});
        return;
    }
    if (!result->done)
        return;
    m_lastPath = path;
    const QString text = tr("Exported to %1.").arg(QDir::toNativeSeparators(path));
    Q_EMIT message(
        {MessageTopic::Share,
         MessageLevel::Info,
         result->remark.isEmpty() ? text : QString(text + QLatin1Char(' ') + result->remark),
         {},
         tr("&Open"),
         tr("Show the &folder")});
    Q_EMIT exported(path);
}

void ShareDesk::openWritten(bool folder) const
{
    if (m_lastPath.isEmpty())
        return;
    const QFileInfo info(m_lastPath);
    QDesktopServices::openUrl(
        QUrl::fromLocalFile(folder && !info.isDir() ? info.path() : m_lastPath));
}

} // namespace cadastre
