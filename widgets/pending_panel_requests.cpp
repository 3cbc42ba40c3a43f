// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the panel shows of its state, and what its buttons and keys ask for.
#include "widgets/empty_state.h"
#include "widgets/focus_keeper.h"
#include "widgets/icons.h"
#include "widgets/pending_detail.h"
#include "widgets/pending_model.h"
#include "widgets/pending_panel.h"
#include "widgets/target_card.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace cadastre {

namespace {

QString pendingCount(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

const PendingRow* firstConflict(const PendingSource& source)
{
    const auto found = std::ranges::find_if(source.rows, isInConflict);
    return found == source.rows.end() ? nullptr : &*found;
}

} // namespace

void PendingPanel::setState(const PendingState& state)
{
    const QString place = m_view->currentIndex().data(PendingModel::KeyRole).toString();
    const bool same = listsSameEdits(m_model->state(), state);
    m_model->setState(state);
    if (!same) {
        m_view->expandAll();
        const Result<ObjectKey> key = ObjectKey::fromString(place);
        QModelIndex index = key ? m_model->indexOf(*key) : QModelIndex();
        if (!index.isValid() && !state.isEmpty())
            index = m_model->indexOf(state.sources.front().rows.front().edit.key);
        m_view->setCurrentIndex(index);
    }
    showAll();
}

void PendingPanel::showAll()
{
    const FocusKeeper keeper(this);
    const PendingState& state = m_model->state();
    if (state.isEmpty() && state.catalog->isEmpty()) {
        m_empty->setNothingOpen(QStringLiteral("check"),
                                tr("Comments that you edit are staged here first; nothing is sent "
                                   "before you say so."));
    } else if (state.isEmpty()) {
        m_empty->setContents(
            QStringLiteral("check"), tr("Nothing is pending"),
            tr("Comments that you edit are staged first: they are kept here, also across "
               "restarts, until you apply them to the database, export them as a migration, or "
               "discard them. Nothing is sent before you say so."),
            m_canUndoBatch ? tr("Undo an applied batch…") : QString());
    }
    m_pages->setCurrentIndex(state.isEmpty() && m_reportRow->isHidden() ? 1 : 0);
    m_busy->setVisible(state.planning || state.writing);
    showCurrent();
    showStatus();
    updateButtons();
}

void PendingPanel::setCanUndoBatch(bool can)
{
    if (std::exchange(m_canUndoBatch, can) == can)
        return;
    m_undoBatch->setEnabled(can);
    showAll();
}

void PendingPanel::setReport(const QString& line)
{
    m_report->setText(line);
    m_reportRow->setVisible(!line.isEmpty());
    showAll();
}

void PendingPanel::choose(const std::vector<ObjectKey>& keys)
{
    m_model->choose(keys);
    if (!keys.empty())
        selectKey(keys.front());
}

void PendingPanel::selectKey(const ObjectKey& key)
{
    const QModelIndex index = m_model->indexOf(key);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void PendingPanel::focusList()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

const PendingSource* PendingPanel::currentSource() const
{
    const PendingState& state = m_model->state();
    if (state.isEmpty())
        return nullptr;
    return &state.sources[m_model->sourceAt(m_view->currentIndex()).value_or(0)];
}

std::vector<ObjectKey> PendingPanel::chosen() const
{
    return m_model->chosen(m_model->sourceAt(m_view->currentIndex()).value_or(0));
}

QString PendingPanel::statusText() const
{
    return m_status->text();
}

void PendingPanel::showCurrent()
{
    const PendingSource* source = currentSource();
    m_target->setVisible(source != nullptr);
    if (source == nullptr) {
        m_detail->showNothing(tr("Nothing is pending any more."));
        return;
    }
    m_target->showTarget(*source);
    const PendingRow* row = m_model->rowAt(m_view->currentIndex());
    if (row == nullptr)
        m_detail->showNothing(tr("Choose an edit in the list to see what would be sent."));
    else
        m_detail->showRow(*row, *source,
                          m_model->state().planning ? tr("Asking for the SQL…")
                                                    : source->planProblem);
}

void PendingPanel::showStatus()
{
    const PendingState& state = m_model->state();
    const PendingSource* source = currentSource();
    if (source == nullptr) {
        m_status->clear();
        return;
    }
    if (state.writing) {
        m_status->setText(tr("Writing…"));
        return;
    }
    const std::size_t ticked = chosen().size();
    QString text =
        tr("%1 of %2 ticked").arg(pendingCount(ticked), pendingCount(source->rows.size()));
    const auto held = static_cast<std::size_t>(
        std::ranges::count_if(source->rows, [](const auto& row) { return !canBeSent(row); }));
    if (held > 0)
        text += held == 1 ? tr(" · 1 cannot be sent as it is")
                          : tr(" · %1 cannot be sent as they are").arg(pendingCount(held));
    const auto earlier = static_cast<std::size_t>(
        std::ranges::count_if(source->rows, [](const auto& row) { return row.fromEarlier; }));
    if (earlier > 0)
        text += tr(" · %1 from earlier: tick what you looked at").arg(pendingCount(earlier));
    if (state.planning)
        text += tr(" · asking for the SQL…");
    if (const QString reason = whyNotApplied(*source); !reason.isEmpty())
        text = reason % QLatin1Char('\n') % text;
    m_status->setText(text);
}

void PendingPanel::updateButtons()
{
    const FocusKeeper keeper(this); // a button that has it may be disabled
    const PendingState& state = m_model->state();
    const PendingSource* source = currentSource();
    const bool idle = source != nullptr && !state.writing;
    const std::size_t ticked = source != nullptr ? chosen().size() : 0;
    m_apply->setEnabled(idle && ticked > 0 && !source->readOnly && source->canWrite);
    m_apply->setText(ticked > 0 ? tr("&Apply %1…").arg(pendingCount(ticked)) : tr("&Apply…"));
    const QString reason = source != nullptr ? whyNotApplied(*source) : QString();
    m_apply->setToolTip(reason.isEmpty() ? tr("Send what is ticked; asks once more (Ctrl+Enter)")
                                         : reason);
    m_migration->setEnabled(idle && ticked > 0 && !state.planning);
    const PendingRow* conflict = source != nullptr ? firstConflict(*source) : nullptr;
    m_conflicts->setEnabled(idle && conflict != nullptr);
    const bool selected = !m_view->selectionModel()->selectedRows().isEmpty();
    m_discard->setEnabled(idle && selected);
    const PendingRow* row = m_model->rowAt(m_view->currentIndex());
    m_show->setEnabled(row != nullptr && row->object);
    m_more->setEnabled(!state.writing);
}

std::vector<ObjectKey> PendingPanel::selectedKeys() const
{
    return m_model->keysBelow(m_view->selectionModel()->selectedRows());
}

void PendingPanel::requestApply()
{
    const PendingSource* source = currentSource();
    if (m_apply->isEnabled())
        Q_EMIT applyRequested(source->name, chosen());
    else if (source != nullptr && !whyNotApplied(*source).isEmpty())
        Q_EMIT applyRefused(whyNotApplied(*source));
    else if (source != nullptr && !m_model->state().writing)
        Q_EMIT applyRefused(tr("Nothing is ticked that can be sent: tick what you looked at."));
}

void PendingPanel::requestMigration()
{
    if (m_migration->isEnabled())
        Q_EMIT migrationRequested(currentSource()->name, chosen());
}

void PendingPanel::discardSelected()
{
    if (m_discard->isEnabled())
        Q_EMIT discardRequested(selectedKeys());
}

void PendingPanel::showSelected()
{
    const PendingRow* row = m_model->rowAt(m_view->currentIndex());
    if (row != nullptr && row->object)
        Q_EMIT showRequested(*row->object);
}

void PendingPanel::solveConflicts()
{
    if (!m_conflicts->isEnabled())
        return;
    const PendingRow* row = m_model->rowAt(m_view->currentIndex());
    if (row == nullptr || !isInConflict(*row))
        row = firstConflict(*currentSource());
    Q_EMIT conflictsRequested(currentSource()->name, row->edit.key);
}

void PendingPanel::openContextMenu(const QPoint& position)
{
    if (!m_view->indexAt(position).isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QPushButton* button, const QString& text, auto slot) {
        menu->addAction(button->icon(), text, this, slot)->setEnabled(button->isEnabled());
    };
    add(m_show, tr("&Show object"), &PendingPanel::showSelected);
    add(m_conflicts, tr("Solve &conflicts…"), &PendingPanel::solveConflicts);
    add(m_discard, tr("&Discard"), &PendingPanel::discardSelected);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace cadastre
