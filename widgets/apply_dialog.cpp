// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/apply_dialog.h"

#include "model/relations/count_text.h"
#include "widgets/icons.h"
#include "widgets/target_card.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

constexpr int shownWarnings = 6;
constexpr int applyDialogWidth = 480;

std::size_t countAt(const PendingSource& source, CommentPlace place)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(source.rows, [place](const PendingRow& row) {
            return row.planned && row.planned->place == place;
        }));
}

QString commentCount(std::size_t count)
{
    return countedNoun(static_cast<qint64>(count), ApplyDialog::tr("comment"),
                       ApplyDialog::tr("comments"));
}

/// Sentences of all rows with how many they concern, the most frequent first.
QStringList warningLines(const PendingSource& source)
{
    std::map<QString, int> counts;
    for (const PendingRow& row : source.rows) {
        for (const QString& sentence : pendingSentences(row))
            ++counts[sentence];
    }
    std::vector<std::pair<int, QString>> ordered;
    for (const auto& [sentence, count] : counts)
        ordered.emplace_back(-count, sentence);
    std::ranges::sort(ordered);
    QStringList lines;
    for (const auto& [count, sentence] : ordered) {
        if (lines.size() == shownWarnings)
            break;
        lines << (count == -1 ? sentence
                              : ApplyDialog::tr("%1 (%2 times)").arg(sentence).arg(-count));
    }
    return lines;
}

} // namespace

QString confirmationName(const PendingSource& source)
{
    return source.target.database.isEmpty() ? source.name : source.target.database;
}

ApplyDialog::ApplyDialog(const ApplyQuestion& question, QWidget* parent)
    : QDialog(parent)
    , m_name(new QLineEdit(this))
    , m_allOrNothing(new QCheckBox(tr("All or &nothing"), this))
    , m_allowCopy(new QCheckBox(tr("Allow &copying a table where nothing less helps"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.undo ? tr("Undo an applied batch") : tr("Apply comments"));
    auto* layout = new QVBoxLayout(this);
    auto* card = new TargetCard(this);
    card->showTarget(question.source);
    layout->addWidget(card);
    m_texts << card->text();
    setUpTexts(question);
    setUpChoices(question);
    setUpConfirmation(question.source);
    layout->addStretch(1);
    setUpButtons(question);
    resize(applyDialogWidth, layout->totalHeightForWidth(applyDialogWidth));
}

QLabel* ApplyDialog::addText(const QString& text)
{
    auto* label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    layout()->addWidget(label);
    m_texts << text;
    return label;
}

void ApplyDialog::setUpTexts(const ApplyQuestion& question)
{
    const PendingSource& source = question.source;
    QLabel* head = addText((question.undo ? tr("Take back %1?") : tr("Send %1?"))
                               .arg(commentCount(source.rows.size())));
    QFont bold = head->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    head->setFont(bold);
    const std::size_t beside = countAt(source, CommentPlace::Sidecar);
    if (beside == source.rows.size())
        addText(tr("They go into the comment file beside the database; the database itself is not "
                   "touched."));
    else if (beside > 0)
        addText(tr("%1 into the database, %2 into the comment file beside it.")
                    .arg(commentCount(source.rows.size() - beside), commentCount(beside)));
    addText(tr("Each is written only where the text that you saw is still there; what somebody "
               "else changed meanwhile is left as it is and shown as a conflict. What was there "
               "before is kept, so that it can be undone."));
    for (const QString& warning : warningLines(source))
        addText(QStringLiteral("⚠ ") % warning);
}

void ApplyDialog::setUpChoices(const ApplyQuestion& question)
{
    const std::size_t count = question.source.rows.size();
    const bool possible = static_cast<int>(count) <= question.allOrNothingLimit;
    m_allOrNothing->setEnabled(possible);
    m_allOrNothing->setToolTip(
        possible ? tr("Where one cannot be written, none is")
                 : tr("Not for more than %1 at once: it would hold too many objects")
                       .arg(groupedDigits(question.allOrNothingLimit)));
    m_allOrNothing->setVisible(count > 1);
    m_allowCopy->setVisible(question.mayCopy);
    m_allowCopy->setToolTip(tr("A stored generated column cannot be commented in place: the server "
                               "rebuilds its table, which can take long and hold it meanwhile"));
    layout()->addWidget(m_allOrNothing);
    layout()->addWidget(m_allowCopy);
    if (question.mayCopy && count > 1)
        m_allOrNothing->hide(); // its statements commit one by one
}

void ApplyDialog::setUpConfirmation(const PendingSource& source)
{
    m_name->setVisible(source.production);
    if (!source.production)
        return;
    m_wanted = confirmationName(source);
    QLabel* why = addText(
        tr("This is production: %1. Type %2 to confirm.").arg(source.productionReason, m_wanted));
    why->setBuddy(m_name);
    m_name->setPlaceholderText(m_wanted);
    m_name->setAccessibleName(tr("Name of the database"));
    layout()->addWidget(m_name);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_apply->setEnabled(text == m_wanted); });
}

void ApplyDialog::setUpButtons(const ApplyQuestion& question)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    const QString count = groupedDigits(static_cast<qint64>(question.source.rows.size()));
    m_apply = buttons->addButton((question.undo ? tr("&Take back %1") : tr("&Apply %1")).arg(count),
                                 QDialogButtonBox::AcceptRole);
    m_apply->setIcon(themedIcon(QStringLiteral("check")));
    m_apply->setEnabled(m_wanted.isEmpty());
    m_apply->setDefault(m_wanted.isEmpty());
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT applyChosen(choice());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
    if (m_wanted.isEmpty())
        m_apply->setFocus();
    else
        m_name->setFocus();
}

ApplyChoice ApplyDialog::choice() const
{
    return {m_allOrNothing->isChecked() && m_allOrNothing->isEnabled() &&
                !m_allOrNothing->isHidden(),
            m_allowCopy->isChecked() && !m_allowCopy->isHidden()};
}

QString ApplyDialog::text() const
{
    return m_texts.join(QLatin1Char('\n'));
}

} // namespace cadastre
