// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person does on the page of crossings: choosing a pair, walking the list, deciding by keys,
// form or menu.
#include "widgets/crossing_page.h"

#include "widgets/crossing_detail.h"
#include "widgets/crossing_filter_bar.h"
#include "widgets/crossing_matrix.h"
#include "widgets/crossing_signs.h"
#include "widgets/icons.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTreeView>

namespace cadastre {

void CrossingPage::takeCell(const QModelIndex& cell)
{
    if (m_filling || !cell.isValid())
        return;
    m_filters->setPair(*m_state, m_matrixModel->fromOf(cell.row()),
                       m_matrixModel->intoOf(cell.column()));
}

void CrossingPage::showPair(const QString& from, const QString& into)
{
    const Ownership& ownership = m_state->check.ownership;
    m_filters->setPair(*m_state, from.isEmpty() ? std::nullopt : ownership.indexOf(from),
                       into.isEmpty() ? std::nullopt : ownership.indexOf(into));
    m_filters->showAll();
    focusList();
}

void CrossingPage::showObject(ObjectRef object)
{
    m_filters->setPair(*m_state, {}, {});
    m_filters->showAll();
    m_filters->textField()->setText(m_state->catalog->base(object).name);
    focusList();
}

void CrossingPage::focusList()
{
    m_list->setFocus();
    // the focus alone makes a line the current one, and selects nothing
    if (!m_list->selectionModel()->hasSelection() && m_model->rowCount() > 0)
        selectNear(0, 0);
}

std::vector<int> CrossingPage::selectedCrossings() const
{
    return m_model->rowsOf(m_list->selectionModel()->selectedIndexes());
}

std::vector<CrossingKey> CrossingPage::selectedKeys() const
{
    std::vector<CrossingKey> keys;
    for (const int position : selectedCrossings())
        keys.push_back(m_state->check.crossings[static_cast<std::size_t>(position)].key);
    return keys;
}

void CrossingPage::showSelected()
{
    const std::vector<int> selected = selectedCrossings();
    m_detail->showCrossings(*m_state, selected);
    showDetail();
    if (!m_filling && selected.size() == 1)
        Q_EMIT crossingSelected(
            m_state->check.crossings[static_cast<std::size_t>(selected.front())].crossing);
}

void CrossingPage::decide(const std::optional<CrossingDecision>& decision)
{
    const std::vector<CrossingKey> keys = selectedKeys();
    if (keys.empty())
        return;
    m_list->setFocus();
    m_decided = keys;
    Q_EMIT editRequested(decideCrossingsEdit(keys, decision));
}

/// The line that has taken the place of one that is not listed any more.
void CrossingPage::selectNear(int group, int row)
{
    if (m_model->rowCount() == 0)
        return;
    const QModelIndex heading = m_model->index(std::clamp(group, 0, m_model->rowCount() - 1), 0);
    const int last = m_model->rowCount(heading) - 1;
    const QModelIndex near = row < 0 ? heading : m_model->index(std::min(row, last), 0, heading);
    m_list->setCurrentIndex(near);
    m_list->scrollTo(near);
}

RuleKey CrossingPage::chosenPair() const
{
    const CrossingFilter filter = m_filters->filter();
    std::optional<BoundaryIndex> from = filter.from;
    std::optional<BoundaryIndex> into = filter.into;
    if (const auto selected = selectedCrossings(); !from && !into && !selected.empty()) {
        const Crossing& first =
            m_state->check.crossings[static_cast<std::size_t>(selected.front())].crossing;
        from = first.fromBoundary;
        into = first.intoBoundary;
    }
    return {
        from ? m_state->nameOf(*from) : QString(), into ? m_state->nameOf(*into) : QString(), {}};
}

void CrossingPage::requestRule()
{
    const std::vector<int> selected = selectedCrossings();
    if (selected.empty())
        return;
    const Crossing& first =
        m_state->check.crossings[static_cast<std::size_t>(selected.front())].crossing;
    Q_EMIT ruleRequested(
        {m_state->nameOf(first.fromBoundary), m_state->nameOf(first.intoBoundary), first.kind});
}

bool CrossingPage::listKey(int key)
{
    if (key >= Qt::Key_1 && key < Qt::Key_1 + crossingChoiceCount) {
        if (m_detail->isEnabled())
            m_detail->choose(static_cast<CrossingChoice>(key - Qt::Key_1));
        return true;
    }
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        decide(std::nullopt);
        return true;
    }
    return false;
}

bool CrossingPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list)
        return QWidget::eventFilter(watched, event);
    const bool press = event->type() == QEvent::KeyPress;
    if (!press && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (press)
        return plain && !key->isAutoRepeat() && listKey(key->key());
    return false;
}

void CrossingPage::openContextMenu(const QPoint& position)
{
    const std::vector<int> selected = selectedCrossings();
    if (selected.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (int i = 0; i < crossingChoiceCount; ++i) {
        const auto choice = static_cast<CrossingChoice>(i);
        QAction* action = menu->addAction(crossingChoiceTitle(choice), this,
                                          [this, choice] { m_detail->choose(choice); });
        action->setToolTip(crossingChoiceCost(choice));
        action->setShortcut(QKeySequence(Qt::Key_1 + i));
    }
    menu->addAction(themedIcon(QStringLiteral("undo")), tr("Take the decision &back"), this,
                    [this] { decide(std::nullopt); });
    menu->addSeparator();
    menu->addAction(tr("Allow or forbid by a r&ule…"), this, &CrossingPage::requestRule);
    if (selected.size() == 1) {
        const Crossing& crossing =
            m_state->check.crossings[static_cast<std::size_t>(selected.front())].crossing;
        const ObjectRef from = crossing.from;
        const ObjectRef into = crossing.into;
        menu->addSeparator();
        menu->addAction(tr("Show what &crosses"), this,
                        [this, from] { Q_EMIT objectActivated(from); });
        menu->addAction(tr("Show what it is &about"), this,
                        [this, into] { Q_EMIT objectActivated(into); });
        menu->addAction(tr("&Impact of a change…"), this,
                        [this, into] { Q_EMIT impactRequested(into); });
        if (into.kind == ObjectKind::Table)
            menu->addAction(tr("&Draft a contract…"), this,
                            [this, into] { Q_EMIT draftRequested(TableId{into.index}); });
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace cadastre
