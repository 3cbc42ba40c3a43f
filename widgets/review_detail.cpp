// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/review_detail.h"

#include "model/relations/review_order.h"
#include "widgets/icons.h"
#include "widgets/inspector_html.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace cadastre {

namespace {

struct Answer
{
    ReviewKey key;
    QString icon;
    QString text;
    QString toolTip;
};

std::vector<Answer> answers()
{
    return {
        {ReviewKey::Confirm, QStringLiteral("check"), ReviewDetail::tr("Confirm"),
         ReviewDetail::tr("This relationship exists (Y or Enter in the list); of a group: all of "
                          "them")},
        {ReviewKey::Reject, QStringLiteral("close"), ReviewDetail::tr("Reject"),
         ReviewDetail::tr("There is no such relationship (N in the list); it is never proposed "
                          "again")},
        {ReviewKey::OtherTarget, QStringLiteral("focus"), ReviewDetail::tr("Other…"),
         ReviewDetail::tr("The column points at another table (T in the list)")},
        {ReviewKey::Skip, QStringLiteral("skip"), ReviewDetail::tr("Skip"),
         ReviewDetail::tr("Decide later and go to the next one (S in the list)")},
        {ReviewKey::Check, QStringLiteral("search"), ReviewDetail::tr("Check…"),
         ReviewDetail::tr("Look into a sample of rows whether the values exist in the other table "
                          "(C in the list); asks first")},
        {ReviewKey::TakeBack, QStringLiteral("undo"), ReviewDetail::tr("Take back"),
         ReviewDetail::tr("Forget the decision (Delete in the list); Ctrl+Z undoes the last one")},
    };
}

} // namespace

ReviewDetail::ReviewDetail(QWidget* parent)
    : QWidget(parent)
    , m_page(new QTextBrowser(this))
    , m_reason(new QLineEdit(this))
{
    setUpPage();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_page, 1);
    layout->addWidget(m_reason);
    setUpButtons();
    showNothing();
}

void ReviewDetail::setUpPage()
{
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setMinimumHeight(60);
    m_page->setOpenLinks(false);
    m_page->setAccessibleName(tr("Why the relationship is believed"));
    m_page->setToolTip(
        tr("Points for (+) and against (−) are added up: a sum of 0 is 50 % probable, "
           "+2 is 88 %, +4 is 98 %."));
    connect(m_page, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        const QString link = url.toString();
        if (const auto alternative = alternativeFromLink(link))
            Q_EMIT alternativeChosen(*alternative);
        else if (const auto object = objectFromLink(link))
            Q_EMIT objectActivated(*object);
    });
    m_reason->setPlaceholderText(tr("Reason (R)"));
    m_reason->setAccessibleName(tr("Reason of the decision"));
    m_reason->setToolTip(tr("Kept with the decision (Enter saves it); what is written first waits "
                            "for the decision"));
    m_reason->setClearButtonEnabled(true);
    connect(m_reason, &QLineEdit::textEdited, this,
            [this](const QString& text) { Q_EMIT reasonDrafted(text.trimmed()); });
    connect(m_reason, &QLineEdit::returnPressed, this,
            [this] { Q_EMIT reasonEntered(m_reason->text().trimmed()); });
}

void ReviewDetail::setUpButtons()
{
    m_grid = new QGridLayout;
    m_grid->setSpacing(4);
    for (const Answer& answer : answers()) {
        auto* button = new QPushButton(themedIcon(answer.icon), answer.text, this);
        button->setToolTip(answer.toolTip);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumWidth(10);
        const ReviewKey key = answer.key;
        connect(button, &QPushButton::clicked, this, [this, key] { Q_EMIT answered(key); });
        m_buttons.insert(key, button);
    }
    placeButtons(3);
    static_cast<QVBoxLayout*>(layout())->addLayout(m_grid);
}

void ReviewDetail::placeButtons(int columns)
{
    if (std::exchange(m_columns, columns) == columns)
        return;
    int place = 0;
    for (const Answer& answer : answers()) {
        m_grid->addWidget(button(answer.key), place / columns, place % columns);
        ++place;
    }
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

/// No word of a button is cut: without its icon first, then in two columns.
void ReviewDetail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    int words = 0;
    for (const QPushButton* each : std::as_const(m_buttons))
        words = std::max(words, each->fontMetrics().horizontalAdvance(each->text()));
    const int room = (width() - 2 * m_grid->spacing()) / 3;
    constexpr int aroundWords = 16;
    constexpr int iconRoom = 22;
    const bool withIcons = room >= words + aroundWords + iconRoom;
    const bool inThree = room >= words + aroundWords;
    for (const Answer& answer : answers())
        button(answer.key)->setIcon(withIcons || !inThree ? themedIcon(answer.icon) : QIcon());
    placeButtons(inThree ? 3 : 2);
}

QPushButton* ReviewDetail::button(ReviewKey key) const
{
    return m_buttons.value(key);
}

void ReviewDetail::showRelationship(const Catalog& catalog, const Relationship& relationship,
                                    const RelationshipPage& page)
{
    m_page->setHtml(relationshipHtml(catalog, relationship, page));
    const QString shown =
        reviewKey(relationship) % QLatin1Char('\n') % QString::number(page.members);
    if (shown != m_shown || (!m_reason->hasFocus() && !relationship.reason.isEmpty()))
        m_reason->setText(relationship.reason.isEmpty() ? page.draft : relationship.reason);
    m_shown = shown;
    setButtons(page.origin);
}

void ReviewDetail::setButtons(RelationshipOrigin origin)
{
    const bool declared = origin == RelationshipOrigin::Declared;
    const bool open = origin == RelationshipOrigin::Inferred;
    button(ReviewKey::Confirm)->setEnabled(open || origin == RelationshipOrigin::Rejected);
    button(ReviewKey::Reject)->setEnabled(!declared && origin != RelationshipOrigin::Rejected);
    button(ReviewKey::OtherTarget)->setEnabled(!declared);
    button(ReviewKey::Skip)->setEnabled(true);
    button(ReviewKey::Check)->setEnabled(true);
    button(ReviewKey::TakeBack)->setEnabled(!declared && !open);
    m_reason->setEnabled(!declared);
}

void ReviewDetail::showNothing()
{
    m_page->clear();
    m_reason->clear();
    m_shown.clear();
    m_reason->setEnabled(false);
    for (QPushButton* each : std::as_const(m_buttons))
        each->setEnabled(false);
}

QString ReviewDetail::reason() const
{
    return m_reason->text().trimmed();
}

void ReviewDetail::focusReason()
{
    m_reason->setFocus(Qt::ShortcutFocusReason);
    m_reason->selectAll();
}

} // namespace cadastre
