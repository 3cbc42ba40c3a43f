// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/worklist_panel.h"

#include "widgets/coverage_bars.h"
#include "widgets/empty_state.h"
#include "widgets/icons.h"
#include "widgets/muted_text.h"
#include "widgets/worklist_delegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

namespace cadastre {

namespace {

constexpr int worklistTypingDelayMs = 120;

} // namespace

WorklistPanel::WorklistPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new WorklistModel(this))
    , m_text(new QLineEdit(this))
    , m_kinds(new QComboBox(this))
    , m_delay(new QTimer(this))
    , m_summary(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_edit(new QPushButton(themedIcon(QStringLiteral("comment")), tr("&Edit"), this))
    , m_next(new QPushButton(tr("Ne&xt"), this))
    , m_checkValues(new QToolButton(this))
    , m_coverage(new CoverageBars(this))
{
    setUpFilter();
    setUpList();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_edit);
    buttons->addWidget(m_next);
    buttons->addStretch(1);
    auto* below = new QHBoxLayout;
    below->addWidget(m_summary, 1);
    below->addWidget(m_checkValues);
    auto* upper = new QWidget(this);
    auto* entries = new QVBoxLayout(upper);
    entries->setContentsMargins(0, 0, 0, 0);
    entries->setSpacing(4);
    entries->addWidget(m_text);
    entries->addWidget(m_kinds);
    entries->addWidget(m_pages, 1);
    entries->addLayout(below);
    entries->addLayout(buttons);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(upper);
    splitter->addWidget(m_coverage);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(true);
    splitter->setSizes({400, 130});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(splitter);
    connect(m_coverage, &CoverageBars::groupingChanged, this, &WorklistPanel::showCoverage);
    setState(std::make_shared<const WorklistState>());
}

void WorklistPanel::setUpFilter()
{
    m_text->setPlaceholderText(tr("Filter names and reasons"));
    m_text->setAccessibleName(tr("Filter of the worklist"));
    m_text->setToolTip(tr("Letters of a name or of a reason. Down arrow goes to the list."));
    m_text->setClearButtonEnabled(true);
    m_text->setAcceptDrops(false); // files that are dropped here are for the window
    m_text->installEventFilter(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(worklistTypingDelayMs);
    connect(m_text, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, &WorklistPanel::applyFilter);
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kinds->setMinimumContentsLength(12);
    m_kinds->setAccessibleName(tr("Which entries are listed"));
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &WorklistPanel::applyFilter);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    keepMuted(m_summary);
}

void WorklistPanel::setUpList()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new WorklistDelegate(m_list));
    WorklistDelegate::makeRoomForCurrent(m_list);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("What to document next"));
    m_list->installEventFilter(this);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    m_edit->setToolTip(tr("The comment of the object that is marked here (Enter)"));
    m_next->setToolTip(tr("Goes on to the next one in the list (Ctrl+J)"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const auto object = currentObject();
        m_edit->setEnabled(object.has_value());
        if (object && !m_filling)
            Q_EMIT objectSelected(*object);
    });
    // clicking what is current already shows it again
    connect(m_list, &QListView::clicked, this, [this] {
        if (const auto object = currentObject())
            Q_EMIT objectSelected(*object);
    });
    connect(m_list, &QListView::doubleClicked, this, &WorklistPanel::editCurrent);
    m_checkValues->setToolTip(
        tr("Reads rows, after asking: which values occur that @values does not explain"));
    m_checkValues->setText(tr("Check &data…"));
    m_checkValues->setAutoRaise(true);
    m_checkValues->setFocusPolicy(Qt::StrongFocus);
    connect(m_checkValues, &QToolButton::clicked, this, &WorklistPanel::valueCheckRequested);
    connect(m_edit, &QPushButton::clicked, this, &WorklistPanel::editCurrent);
    connect(m_next, &QPushButton::clicked, this, [this] {
        const QModelIndex current = m_list->currentIndex();
        setCurrentRow(current.isValid() ? std::min(current.row() + 1, m_model->rowCount() - 1) : 0);
    });
}

bool WorklistPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_text && (key == Qt::Key_Down || isEnter)) {
        applyFilter();
        focusList();
        return true;
    }
    if (watched == m_list && isEnter) {
        editCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void WorklistPanel::setState(const WorklistStatePointer& state)
{
    const int row = m_list->currentIndex().row();
    std::optional<ObjectKey> key;
    std::optional<CommentProblemKind> problem;
    if (row >= 0 && row < m_model->rowCount()) {
        key = m_model->keyAt(row);
        if (m_model->entry(row).problem)
            problem = m_model->entry(row).problem->kind;
    }
    {
        const QScopedValueRollback filling(m_filling, true);
        m_model->setState(state);
        showKinds();
        const int same = key ? m_model->rowOf(*key, problem) : -1;
        // what was current is done: the one that took its place
        setCurrentRow(same >= 0 ? same : std::min(std::max(row, 0), m_model->rowCount() - 1));
    }
    showSummary();
    showCoverage();
}

void WorklistPanel::setBusy(bool busy)
{
    m_busy = busy;
    showSummary();
}

void WorklistPanel::applyFilter()
{
    m_delay->stop();
    const auto kind = static_cast<WorklistFilterKind>(m_kinds->currentData().toInt());
    const QScopedValueRollback filling(m_filling, true);
    m_model->setFilter({kind, m_text->text().trimmed()});
    if (!m_list->currentIndex().isValid())
        setCurrentRow(0);
    showSummary();
}

/// The kinds with how many there are of each.
void WorklistPanel::showKinds()
{
    const auto& entries = m_model->state()->entries;
    const auto count = [&](auto test) {
        return static_cast<int>(std::count_if(entries.begin(), entries.end(), test));
    };
    const int wrong = count([](const WorklistEntry& one) { return one.problem.has_value(); });
    const int tables =
        count([](const WorklistEntry& one) { return one.object.kind == ObjectKind::Table; });
    const int columns =
        count([](const WorklistEntry& one) { return one.object.kind == ObjectKind::Column; });
    const int all = static_cast<int>(entries.size());
    const QSignalBlocker blocker(m_kinds);
    const int current = std::max(0, m_kinds->currentIndex());
    m_kinds->clear();
    const auto add = [this](const QString& text, int number, WorklistFilterKind kind) {
        m_kinds->addItem(
            QStringLiteral("%1 (%2)").arg(text, QLocale().toString(static_cast<qlonglong>(number))),
            static_cast<int>(kind));
    };
    add(tr("All entries"), all, WorklistFilterKind::All);
    add(tr("No longer true"), wrong, WorklistFilterKind::NoLongerTrue);
    add(tr("Not documented"), all - wrong, WorklistFilterKind::Undocumented);
    add(tr("Tables and views"), tables, WorklistFilterKind::Tables);
    add(tr("Columns"), columns, WorklistFilterKind::Columns);
    m_kinds->setCurrentIndex(current);
}

void WorklistPanel::showSummary()
{
    const int shown = m_model->rowCount();
    const auto all = std::ssize(m_model->state()->entries);
    m_next->setEnabled(shown > 0);
    m_checkValues->setEnabled(m_model->state()->commented.catalog() != nullptr);
    m_edit->setEnabled(currentObject().has_value());
    m_pages->setCurrentIndex(shown > 0 ? 0 : 1);
    const QString later = tr("What misleads readers most will be listed here.");
    if (m_model->state()->commented.catalog() == nullptr && m_busy)
        m_empty->setContents(QStringLiteral("question"), tr("Working it out…"), later);
    else if (m_model->state()->commented.catalog() == nullptr)
        m_empty->setNothingOpen(QStringLiteral("question"), later);
    else if (all == 0)
        m_empty->setContents(QStringLiteral("check"), tr("Nothing misleads"),
                             tr("Every object whose name or type says too little has a comment."));
    else
        m_empty->setContents(QStringLiteral("search"), tr("No entry fits the filter"),
                             tr("Show all entries, or type other letters."));
    QString text = shown == all ? tr("%Ln entries", nullptr, static_cast<int>(all))
                                : tr("%L1 of %L2 entries").arg(shown).arg(all);
    if (m_busy)
        text += tr(" · being brought up to date…");
    m_summary->setText(text);
}

void WorklistPanel::showCoverage()
{
    m_coverage->setGroups(m_model->state()->coverageBy(m_coverage->grouping()));
}

void WorklistPanel::setCurrentRow(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_list->currentIndex());
}

std::optional<ObjectRef> WorklistPanel::goToNextAfter(const std::optional<ObjectKey>& key)
{
    int row = key ? m_model->rowOf(*key) : -1;
    if (key && row < 0) // it is off the list already: the one in its place
        row = m_list->currentIndex().row() - 1;
    const auto isSame = [&](int at) { return key && m_model->keyAt(at) == *key; };
    ++row;
    while (row < m_model->rowCount() && isSame(row))
        ++row;
    if (row >= m_model->rowCount())
        return std::nullopt;
    setCurrentRow(row);
    return currentObject();
}

std::optional<ObjectRef> WorklistPanel::currentObject() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() && current.row() < m_model->rowCount()
               ? std::optional(m_model->entry(current.row()).object)
               : std::nullopt;
}

void WorklistPanel::focusList()
{
    if (!m_list->currentIndex().isValid())
        setCurrentRow(0);
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void WorklistPanel::editCurrent()
{
    if (const auto object = currentObject())
        Q_EMIT editRequested(*object);
}

} // namespace cadastre
