// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/apply_dialog.h"

#include "widgets/difference_html.h"
#include "widgets/icons.h"
#include "widgets/target_card.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

constexpr int shownWarnings = 6;
constexpr int shownNames = 6;
constexpr qsizetype longestToolTip = 300;
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
    return ApplyDialog::tr("%Ln comments", nullptr, static_cast<int>(count));
}

/// Files have it beside them, servers beside the workspace.
QString besideWhat(const PendingSource& source)
{
    return source.target.engine.startsWith(QLatin1String("SQLite"))
               ? ApplyDialog::tr("beside the database")
               : ApplyDialog::tr("beside the workspace");
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
    , m_names(new QListWidget(this))
    , m_count(question.source.rows.size())
    , m_copies(static_cast<std::size_t>(std::ranges::count_if(question.source.rows, needsCopy)))
    , m_undo(question.undo)
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
    setUpButtons();
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
    QLabel* head = addText((question.undo ? tr("Take back %1?") : tr("Apply %1?"))
                               .arg(commentCount(source.rows.size())));
    QFont bold = head->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    head->setFont(bold);
    setUpNames(source);
    const std::size_t beside = countAt(source, CommentPlace::Sidecar);
    if (beside == source.rows.size())
        addText((beside == 1 ? tr("It goes into the comment file %1; the database itself is not "
                                  "touched.")
                             : tr("They go into the comment file %1; the database itself is not "
                                  "touched."))
                    .arg(besideWhat(source)));
    else if (beside > 0)
        addText(tr("%1 into the database, %2 into the comment file %3.")
                    .arg(commentCount(source.rows.size() - beside), commentCount(beside),
                         besideWhat(source)));
    addText(tr("Each is written only where the text that you saw is still there; what somebody "
               "else changed meanwhile is left as it is and shown as a conflict. What was there "
               "before is kept, so that it can be undone."));
    for (const QString& warning : warningLines(source))
        addText(QStringLiteral("⚠ ") % warning);
}

/// Nothing is sent that could not be read here.
void ApplyDialog::setUpNames(const PendingSource& source)
{
    for (const PendingRow& row : source.rows) {
        const QString name = withVisibleControls(row.kind % QLatin1Char(' ') % row.name);
        auto* item = new QListWidgetItem(row.fromEarlier ? tr("%1 (from earlier)").arg(name) : name,
                                         m_names);
        item->setToolTip(QString(name % QStringLiteral("\n") %
                                 withVisibleControls(row.edit.after.left(longestToolTip)))
                             .toHtmlEscaped());
    }
    m_names->setAccessibleName(tr("What will be sent"));
    m_names->setUniformItemSizes(true);
    m_names->setTextElideMode(Qt::ElideMiddle);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setSelectionMode(QAbstractItemView::NoSelection);
    const int rows = std::clamp(m_names->count(), 1, shownNames);
    m_names->setFixedHeight(rows * std::max(m_names->sizeHintForRow(0), 1) +
                            2 * m_names->frameWidth());
    layout()->addWidget(m_names);
}

void ApplyDialog::setUpChoices(const ApplyQuestion& question)
{
    const std::size_t count = question.source.rows.size();
    const bool possible = static_cast<int>(count) <= question.allOrNothingLimit;
    m_allOrNothing->setEnabled(possible);
    m_allOrNothing->setToolTip(
        possible
            ? tr("Where one cannot be written, none is")
            : tr("Not for more than %1 at once: it would hold too many objects")
                  .arg(QLocale().toString(static_cast<qlonglong>(question.allOrNothingLimit))));
    m_allOrNothing->setVisible(count > 1);
    m_allowCopy->setVisible(question.mayCopy || m_copies > 0);
    if (m_copies > 0)
        addText(tr("%1 of these %2 a copy of the table, and %3 only where you allow it here.")
                    .arg(QLocale().toString(static_cast<qlonglong>(m_copies)),
                         m_copies == 1 ? tr("needs") : tr("need"),
                         m_copies == 1 ? tr("is sent") : tr("are sent")));
    connect(m_allowCopy, &QCheckBox::toggled, this, &ApplyDialog::updateButton);
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
    connect(m_name, &QLineEdit::textChanged, this, &ApplyDialog::updateButton);
}

void ApplyDialog::updateButton()
{
    const std::size_t count = m_count - (choice().allowCopy ? 0 : m_copies);
    m_apply->setText((m_undo ? tr("&Take back %1") : tr("&Apply %1"))
                         .arg(QLocale().toString(static_cast<qlonglong>(count))));
    m_apply->setEnabled(count > 0 && (m_wanted.isEmpty() || m_name->text() == m_wanted));
}

void ApplyDialog::setUpButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_apply = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_apply->setIcon(themedIcon(QStringLiteral("check")));
    updateButton();
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
