// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the answers of a person mean: which relationships they are about, and where the list goes
// next.
#include "widgets/icons.h"
#include "widgets/review_detail.h"
#include "widgets/review_filter_bar.h"
#include "widgets/review_panel.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>

#include <algorithm>

namespace cadastre {

namespace {

constexpr std::initializer_list<RelationshipOrigin> decidedOnes{
    RelationshipOrigin::Confirmed, RelationshipOrigin::Added, RelationshipOrigin::Rejected};
constexpr std::initializer_list<RelationshipOrigin> retargetableOnes{
    RelationshipOrigin::Inferred, RelationshipOrigin::Confirmed, RelationshipOrigin::Added,
    RelationshipOrigin::Rejected};

} // namespace

void ReviewPanel::answer(ReviewKey key)
{
    const Relationship* current = currentRelationship();
    if (current == nullptr)
        return;
    switch (key) {
    case ReviewKey::Confirm:
        decide(DecisionKind::Confirmed);
        break;
    case ReviewKey::Reject:
        decide(DecisionKind::Rejected);
        break;
    case ReviewKey::OtherTarget:
        if (const auto retargeted = currentOf(retargetableOnes); !retargeted.empty())
            Q_EMIT otherTargetRequested(retargeted, m_detail->reason());
        break;
    case ReviewKey::Skip:
        skip();
        break;
    case ReviewKey::TakeBack:
        takeBack();
        break;
    case ReviewKey::Reason:
        m_detail->focusReason();
        break;
    case ReviewKey::Check:
        Q_EMIT checkRequested(currentRelationships());
        break;
    }
}

std::vector<Relationship> ReviewPanel::currentRelationships() const
{
    std::vector<Relationship> relationships;
    for (int member : m_model->membersOf(m_view->currentIndex()))
        relationships.push_back(m_model->relationship(member));
    return relationships;
}

/// Of a group: what is still to decide; where nothing is, what was decided differently.
std::vector<Relationship> ReviewPanel::answeredBy(DecisionKind kind) const
{
    std::vector<Relationship> open;
    std::vector<Relationship> differing;
    for (int member : m_model->membersOf(m_view->currentIndex())) {
        const RelationshipOrigin origin = m_model->originOf(member);
        const bool differs =
            kind == DecisionKind::Rejected
                ? origin == RelationshipOrigin::Confirmed || origin == RelationshipOrigin::Added
                : origin == RelationshipOrigin::Rejected;
        if (origin == RelationshipOrigin::Inferred)
            open.push_back(m_model->relationship(member));
        else if (differs)
            differing.push_back(m_model->relationship(member));
    }
    return open.empty() ? differing : open;
}

void ReviewPanel::tellSelected()
{
    if (const Relationship* relationship = currentRelationship())
        Q_EMIT relationshipSelected(*relationship);
}

void ReviewPanel::takeFilter()
{
    const auto current = [this] {
        const QModelIndex index = m_view->currentIndex();
        return index.isValid() ? m_model->keyOf(index) : QString();
    };
    const QString before = current();
    applyFilter();
    if (current() != before)
        tellSelected();
}

void ReviewPanel::showAbout(const QString& table)
{
    QLineEdit* letters = m_filters->textField();
    const bool typed = !letters->text().isEmpty() && letters->text() != m_about;
    if (typed || letters->text() == table)
        return;
    m_about = table;
    letters->setText(table);
    takeFilter(); // at once: the list is about to be read
}

void ReviewPanel::keepDraft(const QString& reason)
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid() || !currentOf(decidedOnes).empty())
        return;
    if (reason.isEmpty())
        m_drafts.remove(m_model->keyOf(index));
    else
        m_drafts.insert(m_model->keyOf(index), reason);
}

void ReviewPanel::decide(DecisionKind kind)
{
    const std::vector<Relationship> answered = answeredBy(kind);
    if (answered.empty())
        return;
    const QString next = m_model->keyOf(m_model->nextToDecide(m_view->currentIndex()));
    const QString reason = m_detail->reason();
    m_drafts.remove(m_model->keyOf(m_view->currentIndex()));
    m_answered = true;
    Q_EMIT decideRequested(answered, kind, reason);
    const QModelIndex place = m_model->indexOf(next);
    if (place.isValid())
        setCurrent(place);
    tellSelected();
}

std::vector<Relationship>
ReviewPanel::currentOf(std::initializer_list<RelationshipOrigin> origins) const
{
    std::vector<Relationship> found;
    for (int member : m_model->membersOf(m_view->currentIndex())) {
        if (std::ranges::find(origins, m_model->originOf(member)) != origins.end())
            found.push_back(m_model->relationship(member));
    }
    return found;
}

void ReviewPanel::takeBack()
{
    const auto taken = currentOf(decidedOnes);
    if (taken.empty())
        return;
    m_answered = true;
    Q_EMIT undecideRequested(taken);
    tellSelected();
}

void ReviewPanel::skip()
{
    const QModelIndex next = m_model->nextToDecide(m_view->currentIndex());
    if (next.isValid())
        setCurrent(next);
}

void ReviewPanel::takeReason(const QString& reason)
{
    if (const auto edited = currentOf(decidedOnes); !edited.empty())
        Q_EMIT reasonEdited(edited, reason);
    m_view->setFocus(Qt::OtherFocusReason); // the answer follows there
}

void ReviewPanel::chooseAlternative(int alternative)
{
    const Relationship* current = currentRelationship();
    if (current == nullptr || alternative < 0 ||
        alternative >= static_cast<int>(current->alternatives.size()))
        return;
    const RelationshipTarget target =
        current->alternatives[static_cast<std::size_t>(alternative)].target;
    const auto retargeted = currentOf(retargetableOnes);
    if (retargeted.empty())
        return;
    Q_EMIT targetChosen(retargeted, target, m_detail->reason());
    m_answered = true;
    tellSelected();
}

void ReviewPanel::selectChanged(const std::vector<Relationship>& relationships)
{
    if (relationships.empty())
        return;
    const auto place = m_model->placeOf(relationships.front());
    QModelIndex index = place ? m_model->indexOfRelationship(*place) : QModelIndex();
    if (relationships.size() > 1 && index.parent().isValid())
        index = index.parent();
    if (!index.isValid()) {
        m_changed = relationships; // may pass the threshold again with the next facts
        return;
    }
    setCurrent(index);
    m_view->scrollTo(index);
}

/// New facts have come, perhaps for what a person has answered or undone.
void ReviewPanel::followAnswer(const QString& placeBefore)
{
    const bool answered = std::exchange(m_answered, false);
    if (const auto changed = std::exchange(m_changed, {}); !changed.empty()) {
        selectChanged(changed);
        m_changed.clear(); // hidden by a filter
    } else if (answered && m_view->currentIndex().isValid() &&
               m_model->keyOf(m_view->currentIndex()) != placeBefore) {
        tellSelected();
    }
}

void ReviewPanel::selectIfListed(const Relationship& relationship)
{
    const QScopedValueRollback moving(m_moving, true);
    const auto place = m_model->placeOf(relationship);
    const QModelIndex index = place ? m_model->indexOfRelationship(*place) : QModelIndex();
    if (index.isValid())
        setCurrent(index);
}

void ReviewPanel::selectRelationship(const Relationship& relationship)
{
    const auto place = m_model->placeOf(relationship);
    if (!place)
        return;
    if (!m_model->indexOfRelationship(*place).isValid())
        showHidden(*place);
    const QModelIndex index = m_model->indexOfRelationship(*place);
    if (index.isValid())
        setCurrent(index);
}

/// Changes filter and threshold as far as needed.
void ReviewPanel::showHidden(int relationship)
{
    const ReviewFilter before = m_model->filter();
    m_filters->admit(m_model->originOf(relationship),
                     m_model->relationship(relationship).confidence);
    applyFilter();
    const ReviewFilter& after = m_model->filter();
    if (after.minimum != before.minimum || after.inferred != before.inferred)
        Q_EMIT thresholdChanged(after.inferred, after.minimum);
}

void ReviewPanel::focusList()
{
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
    tellSelected();
}

void ReviewPanel::openContextMenu(const QPoint& position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (index.isValid())
        setCurrent(index);
    if (!m_view->currentIndex().isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& icon, const QString& text, ReviewKey key) {
        QAction* action =
            menu->addAction(themedIcon(icon), text, this, [this, key] { answer(key); });
        action->setEnabled(m_detail->button(key) == nullptr || m_detail->button(key)->isEnabled());
    };
    add(QStringLiteral("check"), tr("&Confirm\tY"), ReviewKey::Confirm);
    add(QStringLiteral("close"), tr("&Reject\tN"), ReviewKey::Reject);
    add(QStringLiteral("focus"), tr("Other &target…\tT"), ReviewKey::OtherTarget);
    add(QStringLiteral("skip"), tr("&Skip\tS"), ReviewKey::Skip);
    add(QStringLiteral("undo"), tr("Take &back\tDel"), ReviewKey::TakeBack);
    menu->addSeparator();
    add(QStringLiteral("search"), tr("Check with &data…\tC"), ReviewKey::Check);
    add(QStringLiteral("info"), tr("R&eason\tR"), ReviewKey::Reason);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace cadastre
