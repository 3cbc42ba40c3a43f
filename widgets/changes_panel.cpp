// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/changes_panel.h"

#include "widgets/changes_lines.h"
#include "widgets/fact_list_page.h"
#include "widgets/muted_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeView>

namespace cadastre {

namespace {

/// Entries below what can be compared with.
constexpr int otherBaseline = 1;
constexpr int forgetBaselines = 2;

} // namespace

ChangesPanel::ChangesPanel(QWidget* parent)
    : QWidget(parent)
    , m_baselines(new QComboBox(this))
    , m_groupings(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_notCompared(new QLabel(this))
    , m_rename(new QWidget(this))
    , m_renameText(new QLabel(m_rename))
    , m_takeOver(new QPushButton(tr("&Yes, it was renamed"), m_rename))
    , m_notTheSame(new QPushButton(tr("&No, two different ones"), m_rename))
    , m_page(new FactListPage(tr("Changed objects"), this))
{
    setUpBar();
    setUpPage();
    auto* choices = new QHBoxLayout;
    choices->addWidget(m_baselines, 3);
    choices->addWidget(m_groupings, 2);
    auto* renameLayout = new QHBoxLayout(m_rename);
    renameLayout->setContentsMargins(4, 0, 4, 0);
    renameLayout->addWidget(m_renameText, 1);
    renameLayout->addWidget(m_takeOver);
    renameLayout->addWidget(m_notTheSame);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(choices);
    layout->addWidget(m_summary);
    layout->addWidget(m_notCompared);
    layout->addWidget(m_page, 1);
    layout->addWidget(m_rename);
    setFocusProxy(m_page->list());
    fill();
}

void ChangesPanel::setUpBar()
{
    for (QComboBox* box : {m_baselines, m_groupings}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->setMinimumWidth(60);
    }
    m_baselines->setAccessibleName(tr("Compare with"));
    m_groupings->setAccessibleName(tr("Group by"));
    m_groupings->setToolTip(tr("How the changes are grouped"));
    m_groupings->addItem(tr("By meaning"), static_cast<int>(ChangesGrouping::Severity));
    m_groupings->addItem(tr("By kind"), static_cast<int>(ChangesGrouping::Kind));
    m_groupings->addItem(tr("By table"), static_cast<int>(ChangesGrouping::Table));
    for (QLabel* label : {m_summary, m_notCompared, m_renameText}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    keepMuted(m_notCompared);
    m_takeOver->setToolTip(tr("Places, decisions and staged comments follow to the new name"));
    m_notTheSame->setToolTip(tr("These are two objects: what hung on the old name stays there"));
    connect(m_groupings, &QComboBox::currentIndexChanged, this, &ChangesPanel::fill);
    connect(m_baselines, &QComboBox::activated, this, [this](int index) {
        const QVariant entry = m_baselines->itemData(index);
        if (!entry.isValid())
            Q_EMIT baselineChosen(index);
        else if (entry.toInt() == otherBaseline)
            Q_EMIT otherBaselineRequested();
        else
            Q_EMIT forgetRequested();
    });
    connect(m_takeOver, &QPushButton::clicked, this, [this] {
        if (const ObjectChange* change = current())
            Q_EMIT takeOverRequested(change->keyBefore, change->key);
    });
    connect(m_notTheSame, &QPushButton::clicked, this, [this] {
        if (const ObjectChange* change = current())
            Q_EMIT notTheSameRequested(change->keyBefore, change->key);
    });
    setBaselines({}, -1);
}

void ChangesPanel::setUpPage()
{
    m_show = m_page->addButton(QStringLiteral("focus"), tr("&Show"),
                               tr("Shows the object in the diagram (Enter)"), true);
    m_copy = m_page->addButton(QStringLiteral("copy"), tr("Cop&y"),
                               tr("Copies all changes as Markdown"), false);
    m_dismiss = m_page->addButton(QStringLiteral("check"), tr("Mar&k as seen"),
                                  tr("Takes the marks of the changes off the diagram"), false);
    setTabOrder(m_dismiss, m_takeOver); // below the list, behind its buttons
    setTabOrder(m_takeOver, m_notTheSame);
    connect(m_show, &QPushButton::clicked, this, [this] {
        const std::vector<int> rows = m_page->selectedRows();
        if (!rows.empty())
            activate(rows.front());
    });
    connect(m_copy, &QPushButton::clicked, this, &ChangesPanel::copyRequested);
    connect(m_dismiss, &QPushButton::clicked, this, &ChangesPanel::dismissRequested);
    connect(m_page, &FactListPage::rowActivated, this, &ChangesPanel::activate);
    connect(m_page->list()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ChangesPanel::showRename);
}

QTreeView* ChangesPanel::list() const
{
    return m_page->list();
}

void ChangesPanel::setState(const ChangesStatePointer& state)
{
    m_state = state;
    m_problem.clear();
    fill();
}

void ChangesPanel::setBusy(bool busy)
{
    m_busy = busy;
    showSummary();
    showEmpty();
}

void ChangesPanel::setProblem(const QString& problem)
{
    m_problem = problem;
    showSummary();
}

void ChangesPanel::setBaselines(const QStringList& titles, int current, bool canForget)
{
    const QSignalBlocker blocker(m_baselines);
    m_baselines->clear();
    m_baselines->addItems(titles);
    m_baselines->addItem(tr("Another database or snapshot…"), otherBaseline);
    if (canForget)
        m_baselines->addItem(tr("Forget earlier states…"), forgetBaselines);
    m_baselines->setCurrentIndex(current);
    m_baselines->setPlaceholderText(tr("Compare with…"));
    const QString shown = m_baselines->currentText();
    m_baselines->setToolTip(shown.isEmpty() ? tr("What the database is compared with")
                                            : tr("Compared with: %1").arg(shown).toHtmlEscaped());
}

void ChangesPanel::fill()
{
    FactListContents contents;
    const auto grouping = static_cast<ChangesGrouping>(m_groupings->currentData().toInt());
    if (m_state->isThere())
        contents.groups = groupedChanges(*m_state, grouping);
    contents.rowData = [state = m_state](int row, int role) {
        return changeRowData(*state, row, role);
    };
    contents.html = [state = m_state](int row) { return changeHtml(*state, row); };
    showEmpty();
    m_page->setContents(std::move(contents));
    const bool hasChanges = m_state->isThere() && !m_state->difference.isEmpty();
    m_copy->setEnabled(hasChanges);
    m_dismiss->setEnabled(hasChanges);
    showSummary();
    showRename();
}

void ChangesPanel::showSummary()
{
    QStringList sentences;
    if (m_busy)
        sentences << tr("Comparing…");
    if (!m_problem.isEmpty())
        sentences << m_problem;
    if (m_state->isThere() && !m_state->difference.isEmpty()) {
        const QString counts = countsText(m_state->difference.counts());
        QString text =
            (m_state->isOtherDatabase ? tr("Compared with %1: %2.") : tr("Since %1: %2."))
                .arg(m_state->since, counts);
        if (const int breaking = m_state->difference.countOf(ChangeSeverity::Breaking))
            text += tr(" %1 breaking.").arg(QLocale().toString(static_cast<qlonglong>(breaking)));
        sentences << text;
    }
    m_summary->setText(sentences.join(QLatin1Char(' ')));
    m_summary->setVisible(!sentences.isEmpty());
    QStringList notes;
    for (const NotCompared& one : m_state->difference.notCompared)
        notes << QStringLiteral("%1: %2").arg(one.what, one.reason);
    m_notCompared->setText(
        notes.isEmpty() ? QString()
                        : tr("Not compared: %1").arg(notes.mid(0, 2).join(QStringLiteral("; "))));
    m_notCompared->setToolTip(notes.join(QLatin1Char('\n')).toHtmlEscaped());
    m_notCompared->setVisible(!notes.isEmpty());
}

void ChangesPanel::showEmpty()
{
    if (!m_state->isThere())
        m_page->setEmpty(QStringLiteral("refresh"), tr("Nothing to compare with yet"),
                         m_busy ? tr("Comparing…")
                                : tr("Refresh (F5) shows here what changed since. What a database "
                                     "looked like is kept, so that next time you see what changed "
                                     "in between."));
    else
        m_page->setEmpty(QStringLiteral("check"),
                         m_state->isOtherDatabase ? tr("Nothing differs") : tr("Nothing changed"),
                         (m_state->isOtherDatabase ? tr("Nothing differs from %1.")
                                                   : tr("Nothing changed since %1."))
                             .arg(m_state->since));
}

const ObjectChange* ChangesPanel::current() const
{
    const std::vector<int> rows = m_page->selectedRows();
    return rows.size() == 1 ? &m_state->difference.changes[rows.front()] : nullptr;
}

/// A rename that nobody but a person can decide.
void ChangesPanel::showRename()
{
    const ObjectChange* change = current();
    const bool isRenamed = change != nullptr && change->isRenamed() && change->after;
    m_rename->setVisible(isRenamed);
    if (!isRenamed)
        return;
    const bool isProposal = *change->renameReason == MatchReason::Proposal;
    m_renameText->setText(m_state->renamesAreFollowed
                              ? tr("Places, decisions and comments of %1 followed.")
                                    .arg(change->keyBefore.parts.last())
                              : tr("Is this what %1 was?").arg(change->keyBefore.parts.last()));
    m_takeOver->setVisible(!m_state->renamesAreFollowed);
    m_notTheSame->setVisible(isProposal);
}

void ChangesPanel::activate(int row)
{
    const ObjectChange& change = m_state->difference.changes[row];
    if (change.after)
        Q_EMIT objectActivated(*change.after);
    else if (const auto place = m_state->after->find(
                 {change.key.source, KeyKind::Table, change.key.parts.mid(0, 2), {}}))
        Q_EMIT objectActivated(*place); // where it was
    else
        Q_EMIT goneActivated(row);
}

void ChangesPanel::focusList()
{
    QTreeView* tree = m_page->list();
    if (!tree->currentIndex().isValid() && tree->model()->rowCount() > 0)
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
    tree->setFocus(Qt::ShortcutFocusReason);
}

} // namespace cadastre
