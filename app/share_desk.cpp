// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The desk's actions and menus; copies are in share_desk_copies.cpp, files in share_desk_files.cpp.
#include "app/share_desk.h"

#include "app/boundary_desk.h"
#include "app/main_window.h"
#include "diagram/canvas.h"
#include "widgets/icons.h"
#include "widgets/inspector_panel.h"

#include <QAction>
#include <QMenu>
#include <QTextBrowser>

#include <algorithm>

namespace cadastre {

namespace {

/// Names in menus: an ampersand is a letter, and long ones leave room for the screen.
QString shortMenuName(const QString& name)
{
    constexpr int longest = 60;
    QString text = name.size() > longest
                       ? QString(name.left(longest / 2) + QChar(0x2026) + name.right(longest / 2))
                       : name;
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

QAction* shareAction(QMainWindow* window, const char* icon, const QString& text,
                     const QString& hint)
{
    auto* made = new QAction(themedIcon(QString::fromLatin1(icon)), text, window);
    made->setStatusTip(hint);
    made->setToolTip(hint);
    made->setEnabled(false);
    window->addAction(made);
    return made;
}

} // namespace

CopyActions::CopyActions(QMainWindow* window)
    : picture(shareAction(window, "copy", ShareDesk::tr("Copy as &picture"),
                          ShareDesk::tr("The selected tables, or what is shown, as a picture for "
                                        "a chat or ticket")))
    , sql(shareAction(window, "copy", ShareDesk::tr("Copy as &SQL"),
                      ShareDesk::tr("The statements that make the selected tables")))
    , markdown(shareAction(window, "copy", ShareDesk::tr("Copy as &Markdown"),
                           ShareDesk::tr("The columns of the selected tables with their comments")))
    , mermaid(shareAction(window, "copy", ShareDesk::tr("Copy as M&ermaid"),
                          ShareDesk::tr("A diagram as text, drawn by GitHub and many wikis")))
    , name(shareAction(window, "copy", ShareDesk::tr("Copy &names"),
                       ShareDesk::tr("The names of the selected tables, one per line")))
    , key(shareAction(window, "copy", ShareDesk::tr("Copy as &link text"),
                      ShareDesk::tr("The full name with source, kind and schema, as files and "
                                    "commands of Cadastre take it")))
{
}

std::vector<QAction*> CopyActions::all() const
{
    return {picture, sql, markdown, mermaid, name, key};
}

ShareDesk::ShareDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_copies(parts.window)
    , m_document(shareAction(parts.window, "export", tr("&Document the schema…"),
                             tr("One HTML page with diagrams and a search inside, or a folder of "
                                "Markdown")))
{
    connectCopies();
    connect(m_document, &QAction::triggered, this, [this] { openDialog(QStringLiteral("html")); });
    connect(m_parts.actions->exportPicture, &QAction::triggered, this,
            [this] { openDialog(QStringLiteral("svg")); });
    connect(m_parts.boundaries, &BoundaryDesk::boundaryMenuFilled, this,
            [this](QMenu* menu, const QString& boundary) {
                menu->addAction(themedIcon(QStringLiteral("export")), tr("E&xport its diagram…"),
                                this,
                                [this, boundary] { openDialog(QStringLiteral("svg"), boundary); });
            });
}

void ShareDesk::connectCopies()
{
    const auto on = [this](QAction* action, CopyKind kind) {
        connect(action, &QAction::triggered, this, [this, kind] { copy(kind, tablesAtHand()); });
    };
    on(m_copies.picture, CopyKind::Picture);
    on(m_copies.sql, CopyKind::Sql);
    on(m_copies.markdown, CopyKind::Markdown);
    on(m_copies.mermaid, CopyKind::Mermaid);
    on(m_copies.name, CopyKind::Name);
    on(m_copies.key, CopyKind::Key);
}

void ShareDesk::fillMenus(const WindowMenus& menus)
{
    for (QAction* action : m_copies.all())
        menus.share->addAction(action);
    menus.share->addSeparator();
    m_boundaryMenu = menus.share->addMenu(themedIcon(QStringLiteral("boundary")),
                                          tr("Export the diagram of a &boundary"));
    m_boundaryMenu->setEnabled(false);
    connect(menus.share, &QMenu::aboutToShow, this, [this] {
        m_boundaryMenu->clear();
        for (const auto& [name, boundary] : m_parts.boundaries->flow()->document().entries)
            m_boundaryMenu->addAction(
                QString(shortMenuName(name) + QChar(0x2026)), this,
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
    for (QAction* action : m_copies.all())
        action->setEnabled(isOpen);
    m_document->setEnabled(isOpen);
    if (!isOpen)
        cancel();
}

void ShareDesk::fillCopyMenu(QMenu* menu, const std::vector<TableId>& tables,
                             std::optional<ObjectRef> object)
{
    QMenu* copies = menu->addMenu(themedIcon(QStringLiteral("copy")), tr("Cop&y as"));
    const auto add = [&](const QString& text, CopyKind kind) {
        copies->addAction(text, this, [this, kind, tables] { copy(kind, tables); });
    };
    add(tr("&Picture"), CopyKind::Picture);
    add(tr("&SQL"), CopyKind::Sql);
    add(tr("&Markdown"), CopyKind::Markdown);
    add(tr("M&ermaid"), CopyKind::Mermaid);
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

void ShareDesk::fillObjectMenu(QMenu* menu, ObjectRef object)
{
    if (const auto table = tableOf(*m_parts.sources->facts().catalog, object))
        fillCopyMenu(menu, {*table}, object);
}

void ShareDesk::fillTablesMenu(QMenu* menu, const std::vector<TableId>& tables)
{
    fillCopyMenu(menu, tables, {});
}

void ShareDesk::fillCanvasMenu(QMenu* menu)
{
    if (m_document->isEnabled())
        fillCopyMenu(menu, {}, {});
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
