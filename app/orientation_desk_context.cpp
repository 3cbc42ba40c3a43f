// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The menus of orientation, and contexts for assistants on the clipboard.
#include "app/orientation_desk.h"

#include "diagram/canvas.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

namespace cadastre {

void OrientationDesk::fillMenus(const WindowMenus& menus)
{
    menus.go->addSeparator();
    menus.go->addActions(
        {m_actions.startHere, m_actions.next, m_actions.previous, m_actions.about});
    menus.share->addAction(m_actions.copyContext);
}

void OrientationDesk::fillObjectMenu(QMenu* menu, ObjectRef object)
{
    const auto table = tableOf(*m_parts.sources->facts().catalog, object);
    if (!table)
        return;
    QAction* copy =
        menu->addAction(m_actions.copyContext->icon(), tr("Copy context for an &assistant"));
    copy->setToolTip(tr("This table in full, with what is around it, as compact text"));
    connect(copy, &QAction::triggered, this, [this, id = *table] { copyContext({id}, 1); });
}

void OrientationDesk::fillTablesMenu(QMenu* menu, const std::vector<TableId>& tables)
{
    QAction* copy =
        menu->addAction(m_actions.copyContext->icon(), tr("Copy context for an &assistant"));
    copy->setToolTip(tr("These tables in full, with their joins, as compact text"));
    connect(copy, &QAction::triggered, this, [this, tables] { copyContext(tables, 0); });
}

void OrientationDesk::fillCanvasMenu(QMenu* menu)
{
    menu->addAction(m_actions.startHere);
    menu->addAction(m_actions.copyContext);
}

std::vector<PaletteEntry> OrientationDesk::paletteEntries() const
{
    std::vector<PaletteEntry> entries;
    if (!isCurrent())
        return entries;
    auto* self = const_cast<OrientationDesk*>(this); // the palette acts when a person chooses
    entries.push_back({tr("Start here"),
                       tr("Page"),
                       tr("The tour of the central tables"),
                       m_actions.startHere->icon(),
                       [self] { self->showPanel(); },
                       {}});
    entries.push_back({tr("About this database"),
                       tr("Page"),
                       m_state->overview.title,
                       m_actions.about->icon(),
                       [self] { self->showAbout(); },
                       {}});
    return entries;
}

void OrientationDesk::copyContextOfChoice()
{
    const std::vector<TableId> selected =
        m_parts.diagram->tablesFromCanvas(m_parts.canvas->selectedTables());
    if (!selected.empty()) {
        copyContext(selected, selected.size() == 1 ? 1 : 0);
        return;
    }
    const Catalog& catalog = *m_parts.sources->facts().catalog;
    const DiagramView& view = m_parts.diagram->view();
    const auto focus = view.focus ? catalog.find(*view.focus) : std::optional<ObjectRef>();
    if (const auto table = focus ? tableOf(catalog, *focus) : std::nullopt)
        copyContext({*table}, view.depth);
    else
        copyContext({}, 0);
}

void OrientationDesk::copyContext(const std::vector<TableId>& tables, int depth)
{
    if (!isCurrent())
        return;
    ContextOptions options;
    options.tables = tables;
    options.depth = depth;
    m_contextJob.start(
        [request = request(), state = m_state, options](const std::atomic_bool&) {
            return workOutContext(request, state->importance, options);
        },
        [this, tables](const AssistantContext& context) { sayCopied(context, tables); });
}

void OrientationDesk::sayCopied(const AssistantContext& context, const std::vector<TableId>& tables)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(context.text));
    const auto counted = [](int count) {
        return tr("%Ln tables and views", nullptr, static_cast<int>(count));
    };
    QString text =
        tables.size() == 1
            ? tr("Copied: %1 and what is around it, about %2 tokens; %3 in full, %4 by one line.")
                  .arg(m_parts.sources->facts().catalog->displayName(tables.front()),
                       QLocale().toString(static_cast<qlonglong>(context.tokens)),
                       counted(context.full),
                       QLocale().toString(static_cast<qlonglong>(context.lines)))
            : tr("Copied: %1 in full and %2 by one line, about %3 tokens.")
                  .arg(counted(context.full),
                       QLocale().toString(static_cast<qlonglong>(context.lines)),
                       QLocale().toString(static_cast<qlonglong>(context.tokens)));
    if (context.leftOut > 0)
        text += QLatin1Char(' ') + tr("%1 did not fit: select what you ask about, or use "
                                      "“cadastre context” with a larger budget.")
                                       .arg(counted(context.leftOut));
    Q_EMIT message({MessageTopic::Share, MessageLevel::Info, text, {}, {}});
    Q_EMIT contextCopied();
}

} // namespace cadastre
