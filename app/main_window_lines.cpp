// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lines of the diagram in the main window: which are drawn, drawing one by hand, and the menus of
// lines and columns.
#include "app/data_check_flow.h"
#include "app/main_window.h"

#include "diagram/canvas.h"
#include "model/relations/relationship_names.h"
#include "widgets/icons.h"
#include "widgets/inspector_panel.h"
#include "widgets/mnemonics.h"
#include "widgets/review_panel.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int longestLine = 70; ///< of a relationship in a menu

} // namespace

void MainWindow::connectLines()
{
    connect(m_actions.rejected, &QAction::toggled, this, &MainWindow::showRejected);
    connect(m_actions.drawRelationship, &QAction::toggled, m_canvas,
            &Canvas::setDrawingRelationship);
    auto* leave = new QShortcut(Qt::Key_Escape, this); // wherever the focus is
    leave->setEnabled(false);
    connect(m_actions.drawRelationship, &QAction::toggled, leave, &QShortcut::setEnabled);
    connect(leave, &QShortcut::activated, m_actions.drawRelationship,
            [this] { m_actions.drawRelationship->setChecked(false); });
    connect(m_canvas, &Canvas::drawingRelationshipChanged, m_actions.drawRelationship,
            &QAction::setChecked);
    connect(m_canvas, &Canvas::relationshipDrawn, this, [this](ColumnId child, ColumnId parent) {
        const auto from = m_diagram->fromCanvas(child);
        const auto to = m_diagram->fromCanvas(parent);
        if (from && to)
            m_relations->draw({{ColumnId{from->index}}, {ColumnId{to->index}}, {}, {}}, {});
    });
    connect(m_canvas, &Canvas::relationshipSelected, this, [this](int line) {
        const Relationship* relationship = relationshipOfLine(line);
        if (relationship != nullptr && m_review != nullptr)
            m_review->selectIfListed(*relationship);
        showLineFacts();
    });
    connect(m_canvas, &Canvas::relationshipDeselected, this,
            [this] { showSelection(m_diagram->selected()); });
    connect(m_canvas, &Canvas::relationshipActivated, this, [this](int line) {
        if (const Relationship* relationship = relationshipOfLine(line))
            explainRelationship(*relationship);
    });
    connect(m_canvas, &Canvas::relationshipMenuRequested, this, &MainWindow::openLineMenu);
    m_diagram->setRelationshipFilter(
        {m_settings.showsInferred(), m_settings.leastConfidence(), false});
}

const Relationship* MainWindow::relationshipOfLine(int line) const
{
    const auto place = m_diagram->relationshipFromCanvas(line);
    return place ? &(*m_diagram->facts().relationships)[static_cast<std::size_t>(*place)] : nullptr;
}

/// The inspector tells of the selected line, where there is one.
void MainWindow::showLineFacts()
{
    const auto line = m_canvas->selectedRelationship();
    const auto place = line ? m_diagram->relationshipFromCanvas(*line) : std::nullopt;
    if (!place || m_inspector == nullptr)
        return;
    const CatalogFacts& facts = m_diagram->facts();
    m_inspector->showObject(
        describeRelationship(*facts.catalog, *facts.relationships, *place, describeOptions()), {},
        themedIcon(QStringLiteral("relationships")));
}

DescribeOptions MainWindow::describeOptions() const
{
    DescribeOptions options;
    options.minimumConfidence = m_canvas->relationshipFilter().minimumConfidence;
    if (m_checks->hasResults()) {
        options.verifications = [this](const Relationship& relationship) {
            return m_checks->resultFor(*m_diagram->facts().catalog, relationship);
        };
    }
    return options;
}

void MainWindow::showRejected(bool shown)
{
    RelationshipFilter filter = m_canvas->relationshipFilter();
    filter.showRejected = shown;
    m_diagram->setRelationshipFilter(filter);
}

void MainWindow::openLineMenu(int line, QPoint globalPosition)
{
    const Relationship* relationship = relationshipOfLine(line);
    if (relationship == nullptr)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillRelationshipMenu(menu, *relationship);
    menu->popup(globalPosition);
}

void MainWindow::fillRelationshipMenu(QMenu* menu, const Relationship& relationship)
{
    const RelationshipOrigin origin = relationship.origin;
    const bool declared = origin == RelationshipOrigin::Declared;
    const bool open = origin == RelationshipOrigin::Inferred;
    const auto add = [&](const char* icon, const QString& text, bool enabled, auto slot) {
        menu->addAction(themedIcon(QString::fromLatin1(icon)), text, this, slot)
            ->setEnabled(enabled);
    };
    add("check", tr("Con&firm"), open || origin == RelationshipOrigin::Rejected,
        [this, relationship] { m_relations->decide({relationship}, DecisionKind::Confirmed, {}); });
    add("close", tr("Re&ject"), !declared && origin != RelationshipOrigin::Rejected,
        [this, relationship] { m_relations->decide({relationship}, DecisionKind::Rejected, {}); });
    add("focus", tr("Choose another &target…"), !declared,
        [this, relationship] { chooseTargetOf({relationship}, relationship.reason); });
    if (!declared && !open)
        add("undo", tr("Take the decision &back"), true,
            [this, relationship] { m_relations->undecide({relationship}); });
    add("search", tr("Check with &data…"), true,
        [this, relationship] { checkWithData({relationship}); });
    add("info", tr("&Why?"), true, [this, relationship] { explainRelationship(relationship); });
}

void MainWindow::fillColumnMenu(QMenu* menu, ColumnId column)
{
    menu->addAction(m_actions.relate);
    std::vector<Relationship> known;
    for (const Relationship& relationship : *m_sources.facts().relationships) {
        if (std::ranges::find(relationship.childColumns, column) != relationship.childColumns.end())
            known.push_back(relationship);
    }
    for (const Relationship& relationship : known) {
        QMenu* submenu = menu->addMenu(
            menuName(arrowText(*m_sources.facts().catalog, relationship), longestLine));
        fillRelationshipMenu(submenu, relationship);
    }
    menu->addSeparator();
}

} // namespace cadastre
