// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The review panel: what is probably related, the most useful question first, with evidence and
// keys for the answers. It shows values and says what a person decided; it changes no document.
#pragma once

#include "model/relations/decisions.h"
#include "widgets/review_model.h"
#include "widgets/review_view.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QSplitter;
class QStackedLayout;

namespace cadastre {

class EmptyState;
class ReviewDetail;
class ReviewFilterBar;

class ReviewPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewPanel(QWidget* parent = nullptr);

    /// What inference found; the same catalog keeps order, current line and opened groups.
    /// Where a person has just decided and the current line becomes another, it is told, too.
    void setFacts(const ReviewFacts& facts);
    /// What checks with data said; an empty function: nothing was checked.
    void setVerifications(VerificationLookup verifications);
    /// Emits nothing.
    void setThreshold(bool inferred, double minimum);
    /// What was decided or undone a moment ago, by index into the relationships, until new facts
    /// are there.
    void setOrigins(const std::vector<std::pair<int, RelationshipOrigin>>& origins);
    /// Shows the line of a relationship, whatever the filter hid.
    void selectRelationship(const Relationship& relationship);
    /// The same where the line is listed already.
    void selectIfListed(const Relationship& relationship);
    /// Shows what was changed, where it is listed: one line, or the group of several.
    void selectChanged(const std::vector<Relationship>& relationships);
    /// Tells the current line once more, after an answer that was given elsewhere.
    void tellSelected();
    void focusList();
    /// Lists what is about a table; empty: everything again. Letters that a person typed stay.
    void showAbout(const QString& table);

    [[nodiscard]] ReviewModel* model() const { return m_model; }
    [[nodiscard]] ReviewView* view() const { return m_view; }
    [[nodiscard]] ReviewDetail* detail() const { return m_detail; }
    [[nodiscard]] ReviewFilterBar* filters() const { return m_filters; }
    [[nodiscard]] QProgressBar* progressBar() const { return m_bar; }
    [[nodiscard]] QString progressText() const;
    /// The relationships of the current line that an answer would mean.
    [[nodiscard]] std::vector<Relationship> currentRelationships() const;

Q_SIGNALS:
    void decideRequested(const std::vector<cadastre::Relationship>& relationships,
                         cadastre::DecisionKind kind, const QString& reason);
    void undecideRequested(const std::vector<cadastre::Relationship>& relationships);
    void otherTargetRequested(const std::vector<cadastre::Relationship>& relationships,
                              const QString& reason);
    void targetChosen(const std::vector<cadastre::Relationship>& relationships,
                      const cadastre::RelationshipTarget& target, const QString& reason);
    void reasonEdited(const std::vector<cadastre::Relationship>& relationships,
                      const QString& reason);
    void checkRequested(const std::vector<cadastre::Relationship>& relationships);
    void exportRequested();
    /// A person walks the list.
    void relationshipSelected(const cadastre::Relationship& relationship);
    void objectActivated(cadastre::ObjectRef object);
    void thresholdChanged(bool inferred, double minimum);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setUpHead();
    void setUpFilters();
    void setUpList();
    void setUpDetail();
    void applyFilter();
    void showCounts();
    void showState();
    void showEmpty();
    void showCurrent();
    void takeFilter();
    void followAnswer(const QString& placeBefore);
    void keepDraft(const QString& reason);
    void rememberPlace();
    void returnToPlace();
    void answer(ReviewKey key);
    void decide(DecisionKind kind);
    void takeBack();
    void skip();
    void takeReason(const QString& reason);
    void chooseAlternative(int alternative);
    void openContextMenu(const QPoint& position);
    void showHidden(int relationship);
    void setCurrent(const QModelIndex& index);
    [[nodiscard]] std::vector<Relationship> answeredBy(DecisionKind kind) const;
    /// Those of the current line with these states.
    [[nodiscard]] std::vector<Relationship>
    currentOf(std::initializer_list<RelationshipOrigin> origins) const;
    [[nodiscard]] const Relationship* currentRelationship() const;

    ReviewModel* m_model;
    QLabel* m_progress;
    QProgressBar* m_bar;
    ReviewFilterBar* m_filters;
    QSplitter* m_splitter;
    ReviewView* m_view;
    ReviewDetail* m_detail;
    EmptyState* m_empty;
    QStackedLayout* m_stack = nullptr;
    VerificationLookup m_verifications;
    QString m_about; ///< letters of the filter that showAbout() put there
    QString m_place; ///< key of the current line while the model changes
    QStringList m_openGroups;
    QHash<QString, QString> m_drafts;    ///< reasons by the keys of undecided lines
    std::vector<Relationship> m_changed; ///< to be selected when they are listed again
    bool m_answered = false;             ///< a person has answered, new facts are still to come
    bool m_moving = false;               ///< the current line changes without a person
};

} // namespace cadastre
