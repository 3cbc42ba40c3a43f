// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// "Copy as": made off the UI thread, put on the clipboard when it is there.
#include "app/boundary_desk.h"
#include "app/main_window.h"
#include "app/share_desk.h"
#include "app/theme.h"
#include "diagram/canvas.h"
#include "model/export/schema/mermaid.h"
#include "model/export/table_markdown.h"

#include <QClipboard>
#include <QGuiApplication>

namespace cadastre {

namespace {

constexpr double copyScale = 2;

/// A large picture is better small than not at all.
Result<QByteArray> pictureToCopy(const SharedRequest& request, const std::atomic_bool& cancelled)
{
    Result<PictureExport> picture = sharedPicture(request, cancelled);
    if (!picture)
        return picture.error();
    picture->options.scale = copyScale;
    Result<QByteArray> png = renderPng(*picture->graph, picture->layout, picture->options);
    if (png)
        return png;
    picture->options.scale = 1;
    return renderPng(*picture->graph, picture->layout, picture->options);
}

/// More than one diagram can only stand in Markdown.
QString mermaidToCopy(const SharedRequest& request, bool inMarkdown)
{
    const std::vector<MermaidDiagram> diagrams = mermaidDiagrams(sharedSchema(request));
    return QString::fromUtf8(diagrams.size() == 1 && !inMarkdown
                                 ? diagrams.front().text
                                 : mermaidMarkdown(diagrams, request.title));
}

} // namespace

ShareDesk::Copied ShareDesk::made(CopyKind kind, const SharedRequest& request,
                                  const std::atomic_bool& cancelled)
{
    const Catalog& catalog = *request.facts.catalog;
    const std::vector<TableId>& tables = *request.tables;
    QStringList names;
    switch (kind) {
    case CopyKind::Picture: {
        const Result<QByteArray> png = pictureToCopy(request, cancelled);
        if (!png)
            return {{}, {}, png.error()};
        return {{}, QImage::fromData(*png, "PNG"), {}};
    }
    case CopyKind::Sql:
        return {sharedSql(catalog, tables), {}, {}};
    case CopyKind::Markdown:
        return {tablesMarkdown(catalog, tables), {}, {}};
    case CopyKind::Mermaid:
    case CopyKind::MermaidMarkdown:
        return {mermaidToCopy(request, kind == CopyKind::MermaidMarkdown), {}, {}};
    case CopyKind::Name:
        for (const TableId table : tables)
            names << catalog.displayName(table);
        return {names.join(QLatin1Char('\n')), {}, {}};
    case CopyKind::Key:
        for (const TableId table : tables)
            names << catalog.keyOf(table).toString();
        return {names.join(QLatin1Char('\n')), {}, {}};
    }
    Q_UNREACHABLE();
}

std::vector<TableId> ShareDesk::shownTables() const
{
    std::vector<TableId> tables;
    if (const DiagramGraph* graph = m_parts.canvas->graph()) {
        for (const DiagramNode& node : graph->nodes) {
            if (!m_parts.canvas->isHidden(ObjectRef(node.table)))
                tables.push_back(node.table);
        }
    }
    return m_parts.diagram->tablesFromCanvas(tables);
}

SharedRequest ShareDesk::request(std::optional<std::vector<TableId>> tables) const
{
    SharedRequest made;
    made.facts = m_parts.sources->facts();
    const BoundaryStatePointer state = m_parts.boundaries->flow()->state();
    if (m_parts.boundaries->flow()->isCurrent() && !state->check.ownership.names.empty()) {
        BoundaryPicture picture;
        picture.boundaries = m_parts.boundaries->flow()->document();
        picture.ownership = state->check.ownership;
        picture.crossings = state->check.crossings;
        made.boundaries = std::make_shared<const BoundaryPicture>(std::move(picture));
    }
    made.tables = std::move(tables);
    made.placements = m_parts.canvas->placements();
    made.options = m_parts.window->currentPicture().options;
    made.title =
        made.facts.catalog->isEmpty() ? QString() : made.facts.catalog->source(SourceId{0}).name;
    made.conventions = m_parts.sources->conventions();
    return made;
}

void ShareDesk::copy(CopyKind kind, const std::vector<TableId>& tables)
{
    const std::vector<TableId> wanted = tables.empty() ? shownTables() : tables;
    if (wanted.empty())
        return;
    SharedRequest wish = request(wanted);
    wish.options.legend = false;
    if (kind == CopyKind::Picture)
        Q_EMIT started(tr("Drawing…"));
    m_copyJob.start(
        [kind, wish](const std::atomic_bool& cancelled) { return made(kind, wish, cancelled); },
        [this, kind, count = static_cast<int>(wanted.size())](const Copied& copied) {
            if (kind == CopyKind::Picture)
                Q_EMIT ended();
            takeCopied(kind, copied, count);
        });
}

void ShareDesk::takeCopied(CopyKind kind, const Copied& result, int tables)
{
    if (result.error) {
        Q_EMIT message({MessageTopic::Share,
                        MessageLevel::Error,
                        result.error->message,
                        result.error->detail,
                        {}});
        return;
    }
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (kind == CopyKind::Picture)
        clipboard->setImage(result.image);
    else
        clipboard->setText(result.text);
    QString what;
    switch (kind) {
    case CopyKind::Picture:
        what = tr("Copied a picture of %n tables.", nullptr, tables);
        break;
    case CopyKind::Sql:
        what = tr("Copied the SQL of %n tables.", nullptr, tables);
        break;
    case CopyKind::Markdown:
        what = tr("Copied %n tables as Markdown.", nullptr, tables);
        break;
    case CopyKind::Mermaid:
        what = tr("Copied a Mermaid diagram of %n tables.", nullptr, tables);
        break;
    case CopyKind::MermaidMarkdown:
        what = tr("Copied a Mermaid diagram of %n tables in Markdown.", nullptr, tables);
        break;
    case CopyKind::Name:
    case CopyKind::Key:
        what = tr("Copied %n names.", nullptr, tables);
        break;
    }
    Q_EMIT message({MessageTopic::Share, MessageLevel::Info, what, {}, {}});
    Q_EMIT copied(what);
}

} // namespace cadastre
