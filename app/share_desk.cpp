// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The desk's actions and menus; copies are in share_desk_copies.cpp, files in share_desk_files.cpp.
#include "app/share_desk.h"

#include "app/boundary_desk.h"
#include "app/desk_frame.h"
#include "app/main_window.h"
#include "diagram/canvas.h"
#include "model/catalog/table_counts.h"
#include "widgets/icons.h"
#include "widgets/inspector_panel.h"
#include "widgets/mnemonics.h"

#include <QAction>
#include <QMenu>
#include <QTextBrowser>

#include <algorithm>

namespace cadastre {

namespace {

QAction* copyAction(QMainWindow* window, CopyScope scope, const QString& ofSelection,
                    const QString& ofShown, const QString& hint)
{
    return makeAction(window, "copy", scope == CopyScope::Selection ? ofSelection : ofShown, "",
                      hint);
}

} // namespace

CopyActions::CopyActions(QMainWindow* window, CopyScope scope)
{
    const auto make = [&](const QString& ofSelection, const QString& ofShown, const QString& hint) {
        return copyAction(window, scope, ofSelection, ofShown, hint);
    };
    picture = make(ShareDesk::tr("Copy the selection as &picture"),
                   ShareDesk::tr("Copy what is shown as &picture"),
                   ShareDesk::tr("A picture for a chat or ticket"));
    sql = make(ShareDesk::tr("Copy the selection as &SQL"),
               ShareDesk::tr("Copy what is shown as &SQL"),
               ShareDesk::tr("The statements that make the tables"));
    markdown = make(ShareDesk::tr("Copy the selection as &Markdown"),
                    ShareDesk::tr("Copy what is shown as &Markdown"),
                    ShareDesk::tr("The columns of the tables with their comments"));
    mermaid = make(ShareDesk::tr("Copy the selection as M&ermaid"),
                   ShareDesk::tr("Copy what is shown as M&ermaid"),
                   ShareDesk::tr("A diagram as text, for tools that draw Mermaid"));
    mermaidMarkdown =
        make(ShareDesk::tr("Copy the selection as Mermaid &in Markdown"),
             ShareDesk::tr("Copy what is shown as Mermaid &in Markdown"),
             ShareDesk::tr("A diagram as text in a block that GitHub and many wikis draw"));
    name = make(ShareDesk::tr("Copy the &names of the selection"),
                ShareDesk::tr("Copy the &names of what is shown"),
                ShareDesk::tr("The names of the tables, one per line"));
    key = make(ShareDesk::tr("Copy the selection as &link text"),
               ShareDesk::tr("Copy what is shown as &link text"),
               ShareDesk::tr("The full names with source, kind and schema, as files and commands "
                             "of Cadastre take them"));
}

std::vector<QAction*> CopyActions::all() const
{
    return {picture, sql, markdown, mermaid, mermaidMarkdown, name, key};
}

ShareDesk::ShareDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_copies(parts.window, CopyScope::Selection)
    , m_shownCopies(parts.window, CopyScope::Shown)
    , m_document(makeAction(parts.window, "export", tr("&Document the schema…"), "",
                            tr("One HTML page with diagrams and a search inside, or a folder of "
                               "Markdown")))
{
    setOpen(false);
    connectCopies(m_copies, CopyScope::Selection);
    connectCopies(m_shownCopies, CopyScope::Shown);
    connect(m_parts.canvas, &Canvas::tablesSelectionChanged, this, &ShareDesk::tellScopes);
    connect(m_parts.diagram, &DiagramController::selectionChanged, this, &ShareDesk::tellScopes);
    connect(m_document, &QAction::triggered, this, [this] { openDialog(QStringLiteral("html")); });
    connect(m_parts.actions->exportPicture, &QAction::triggered, this,
            [this] { openDialog(QStringLiteral("svg")); });
    connect(m_parts.boundaries, &BoundaryDesk::boundaryMenuFilled, this,
            &ShareDesk::fillBoundaryMenu);
}

void ShareDesk::connectCopies(const CopyActions& copies, CopyScope scope)
{
    const auto on = [this, scope](QAction* action, CopyKind kind) {
        connect(action, &QAction::triggered, this, [this, kind, scope] {
            const std::vector<TableId> tables = scope == CopyScope::Selection
                                                    ? m_parts.boundaries->selectedTables()
                                                    : shownTables();
            if (!tables.empty())
                copy(kind, tables);
            else
                Q_EMIT message({MessageTopic::Share,
                                MessageLevel::Info,
                                tr("Nothing was copied: select tables in the diagram first."),
                                {},
                                {}});
        });
    };
    on(copies.picture, CopyKind::Picture);
    on(copies.sql, CopyKind::Sql);
    on(copies.markdown, CopyKind::Markdown);
    on(copies.mermaid, CopyKind::Mermaid);
    on(copies.mermaidMarkdown, CopyKind::MermaidMarkdown);
    on(copies.name, CopyKind::Name);
    on(copies.key, CopyKind::Key);
}

/// How many tables are meant stands where it is chosen.
void ShareDesk::tellScopes()
{
    if (m_selectionMenu == nullptr)
        return;
    const bool isOpen = !m_parts.diagram->facts().catalog->isEmpty();
    const std::vector<TableId> selected =
        isOpen ? m_parts.boundaries->selectedTables() : std::vector<TableId>();
    const std::vector<TableId> shown = isOpen ? shownTables() : std::vector<TableId>();
    m_selectionMenu->menuAction()->setEnabled(!selected.empty());
    m_shownMenu->menuAction()->setEnabled(!shown.empty());
    m_selectionMenu->setTitle(selected.empty()
                                  ? tr("Copy the &selection as")
                                  : tr("Copy the &selection as (%1)").arg(countOf(selected)));
    m_shownMenu->setTitle(shown.empty() ? tr("&Copy what is shown as")
                                        : tr("&Copy what is shown as (%1)").arg(countOf(shown)));
}

/// "6 tables and 2 views" of what the diagram draws, which follows what is open a moment later.
QString ShareDesk::countOf(const std::vector<TableId>& tables) const
{
    return tablesText(countTables(*m_parts.diagram->facts().catalog, tables));
}

void ShareDesk::fillMenus(const WindowMenus& menus)
{
    m_selectionMenu = menus.share->addMenu(themedIcon(QStringLiteral("copy")), QString());
    m_shownMenu = menus.share->addMenu(themedIcon(QStringLiteral("copy")), QString());
    for (QAction* action : m_copies.all())
        m_selectionMenu->addAction(action);
    for (QAction* action : m_shownCopies.all())
        m_shownMenu->addAction(action);
    menus.share->addSeparator();
    tellScopes();
    connect(menus.share, &QMenu::aboutToShow, this, &ShareDesk::tellScopes);
    m_boundaryMenu = menus.share->addMenu(themedIcon(QStringLiteral("boundary")),
                                          tr("Export the diagram of a &boundary"));
    m_boundaryMenu->setEnabled(false);
    connect(menus.share, &QMenu::aboutToShow, this, [this] {
        m_boundaryMenu->clear();
        for (const auto& [name, boundary] : m_parts.boundaries->flow()->document().entries)
            m_boundaryMenu->addAction(
                QString(menuName(name) + QChar(0x2026)), this,
                [this, name = name] { openDialog(QStringLiteral("svg"), name); });
        m_boundaryMenu->setEnabled(!m_boundaryMenu->isEmpty());
    });
    menus.share->addAction(m_document);
}

void ShareDesk::fillPanels(const DeskPanels& panels)
{
    QTextBrowser* facts = panels.inspector->facts();
    facts->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(facts, &QWidget::customContextMenuRequested, this, [this, facts](const QPoint& at) {
        QMenu* menu = facts->createStandardContextMenu(at);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (const auto object = m_parts.diagram->selected())
            fillObjectMenu(menu, *object);
        menu->popup(facts->viewport()->mapToGlobal(at));
    });
}

void ShareDesk::takeFacts(FactsChange /*change*/)
{
    const bool isOpen = !m_parts.sources->facts().catalog->isEmpty();
    setOpen(isOpen);
    if (!isOpen)
        cancel();
}

void ShareDesk::takePicture(const DiagramPicture& /*picture*/)
{
    tellScopes();
}

void ShareDesk::setOpen(bool isOpen)
{
    for (const CopyActions& copies : {m_copies, m_shownCopies}) {
        for (QAction* action : copies.all())
            action->setEnabled(isOpen);
    }
    tellScopes();
    m_document->setEnabled(isOpen);
}

void ShareDesk::fillCopyMenu(QMenu* menu, const QString& title, const std::vector<TableId>& drawn,
                             const std::vector<TableId>& written, std::optional<ObjectRef> object)
{
    QMenu* copies = menu->addMenu(themedIcon(QStringLiteral("copy")), title);
    const auto add = [&](const QString& text, CopyKind kind) {
        const bool isDrawn = kind == CopyKind::Picture || kind == CopyKind::Mermaid ||
                             kind == CopyKind::MermaidMarkdown;
        copies->addAction(text, this,
                          [this, kind, tables = isDrawn ? drawn : written] { copy(kind, tables); });
    };
    add(tr("&Picture"), CopyKind::Picture);
    add(tr("&SQL"), CopyKind::Sql);
    add(tr("&Markdown"), CopyKind::Markdown);
    add(tr("M&ermaid"), CopyKind::Mermaid);
    add(tr("Mermaid &in Markdown"), CopyKind::MermaidMarkdown);
    if (!object) {
        add(tr("&Names"), CopyKind::Name);
        add(tr("&Link text"), CopyKind::Key);
        return;
    }
    // of a column or index it is the name of that, not of its table
    const Catalog& catalog = *m_parts.sources->facts().catalog;
    const QString name = catalog.displayName(*object);
    const QString key = catalog.keyOf(*object).toString();
    copies->addAction(tr("&Name"), this, [this, name] {
        takeCopied(CopyKind::Name, {name, {}, {}}, 1);
    });
    copies->addAction(tr("&Link text"), this, [this, key] {
        takeCopied(CopyKind::Key, {key, {}, {}}, 1);
    });
}

/// Drawn with what is linked with it, as it is exported; as text it is what it owns.
void ShareDesk::fillBoundaryMenu(QMenu* menu, const QString& boundary)
{
    const std::vector<TableId> drawn = tablesAround(boundary);
    const std::vector<TableId> own = tablesOf(boundary);
    if (!drawn.empty())
        fillCopyMenu(menu, tr("Cop&y as"), drawn, own.empty() ? drawn : own, {});
    menu->addAction(themedIcon(QStringLiteral("export")), tr("E&xport its diagram…"), this,
                    [this, boundary] { openDialog(QStringLiteral("svg"), boundary); });
}

void ShareDesk::fillObjectMenu(QMenu* menu, ObjectRef object)
{
    if (const auto table = tableOf(*m_parts.sources->facts().catalog, object))
        fillCopyMenu(menu, tr("Cop&y as"), {*table}, {*table}, object);
}

void ShareDesk::fillTablesMenu(QMenu* menu, const std::vector<TableId>& tables)
{
    fillCopyMenu(menu, tr("Cop&y the selection as (%1)").arg(countOf(tables)), tables, tables, {});
}

void ShareDesk::fillCanvasMenu(QMenu* menu)
{
    if (m_document->isEnabled())
        fillCopyMenu(menu, tr("Cop&y what is shown as (%1)").arg(countOf(shownTables())), {}, {},
                     {});
}

bool ShareDesk::answer(MessageTopic topic, bool other)
{
    if (topic != MessageTopic::Share)
        return false;
    openWritten(other);
    return true;
}

void ShareDesk::cancel()
{
    if (!isBusy())
        return;
    m_copyJob.cancel();
    m_writeJob.cancel();
    Q_EMIT ended();
}

void ShareDesk::leave()
{
    m_copyJob.cancel();
    m_writeJob.cancel();
    m_parts.boundaries->disconnect(this);
    disconnect();
}

} // namespace cadastre
