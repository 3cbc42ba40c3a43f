// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The lower part of the review panel: why the current relationship is believed, and the answers as
// buttons. Says what a person wants; changes nothing.
#pragma once

#include "widgets/relationship_html.h"
#include "widgets/review_view.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPushButton;
class QTextBrowser;

namespace cadastre {

class ReviewDetail : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewDetail(QWidget* parent = nullptr);

    void showRelationship(const Catalog& catalog, const Relationship& relationship,
                          const RelationshipPage& page);
    void showNothing();
    /// What a person wrote: the reason of the decision, or of the next one.
    [[nodiscard]] QString reason() const;
    void focusReason();

    [[nodiscard]] QTextBrowser* page() const { return m_page; }
    [[nodiscard]] QLineEdit* reasonField() const { return m_reason; }
    [[nodiscard]] QPushButton* button(ReviewKey key) const;

Q_SIGNALS:
    void answered(cadastre::ReviewKey key);
    void alternativeChosen(int alternative);
    void objectActivated(cadastre::ObjectRef object);
    /// A person types, letter by letter.
    void reasonDrafted(const QString& reason);
    /// Enter in the field; the text may be empty.
    void reasonEntered(const QString& reason);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpPage();
    void setUpButtons();
    void placeButtons(int columns);
    void setButtons(RelationshipOrigin origin);

    QTextBrowser* m_page;
    QGridLayout* m_grid = nullptr;
    int m_columns = 0;
    QLineEdit* m_reason;
    QHash<ReviewKey, QPushButton*> m_buttons;
    QString m_shown; ///< of which relationship the reason is
};

} // namespace cadastre
