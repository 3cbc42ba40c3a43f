// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the panel. What its buttons and keys ask is in pending_panel_requests.cpp.
#include "widgets/pending_panel.h"

#include "widgets/empty_state.h"
#include "widgets/icons.h"
#include "widgets/mnemonics.h"
#include "widgets/panel_scroller.h"
#include "widgets/pending_detail.h"
#include "widgets/pending_model.h"
#include "widgets/quiet_text_delegate.h"
#include "widgets/target_card.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>

namespace cadastre {

namespace {

constexpr int besideFromWidth = 500; ///< list and detail beside each other from here on
constexpr int threeInRowFromWidth = 440;
constexpr int allInRowFromWidth = 800;
constexpr int tightHeight = 280;

} // namespace

PendingPanel::PendingPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new PendingModel(this))
    , m_pages(new QStackedLayout(this))
    , m_target(nullptr)
    , m_reportRow(nullptr)
    , m_report(nullptr)
    , m_splitter(nullptr)
    , m_view(nullptr)
    , m_detail(nullptr)
    , m_status(nullptr)
    , m_busy(nullptr)
    , m_empty(new EmptyState(this))
    , m_buttons(nullptr)
    , m_buttonGrid(nullptr)
    , m_apply(nullptr)
    , m_conflicts(nullptr)
    , m_migration(nullptr)
    , m_discard(nullptr)
    , m_show(nullptr)
    , m_more(nullptr)
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    auto* contents = new QWidget;
    auto* inner = new QVBoxLayout(contents);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(4);
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
    setUpHead();
    setUpList();
    setUpButtons();
    setUpMenu();
    inner->addWidget(m_target);
    inner->addWidget(m_reportRow);
    inner->addWidget(m_splitter, 1);
    inner->addWidget(m_busy);
    inner->addWidget(m_status);
    auto* scroller = new PanelScroller(contents, page); // the buttons stay in sight below it
    scroller->setAccessibleName(tr("Pending changes"));
    layout->addWidget(scroller, 1);
    layout->addWidget(m_buttons);
    showAll();
}

void PendingPanel::setUpHead()
{
    m_target = new TargetCard(this);
    m_reportRow = new QWidget(this);
    m_report = new QLabel(m_reportRow);
    m_report->setTextFormat(Qt::PlainText);
    m_report->setWordWrap(true);
    auto* open = new QToolButton(m_reportRow);
    open->setText(tr("&Report…"));
    open->setToolTip(tr("What came of each comment that was sent last"));
    connect(open, &QToolButton::clicked, this, &PendingPanel::reportRequested);
    auto* row = new QHBoxLayout(m_reportRow);
    row->setContentsMargins(4, 0, 0, 0);
    row->addWidget(m_report, 1);
    row->addWidget(open);
    m_reportRow->hide();
    m_status = new QLabel(this);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_busy = new QProgressBar(this);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumHeight(4);
    m_busy->setAccessibleName(tr("Working"));
    m_busy->hide();
}

void PendingPanel::setUpList()
{
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_view = new QTreeView(m_splitter);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new QuietTextDelegate(PendingModel::SignRole, m_view));
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Pending changes"));
    m_view->header()->setStretchLastSection(true);
    m_view->setMinimumHeight(60);
    m_detail = new PendingDetail(m_splitter);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showCurrent();
        updateButtons();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PendingPanel::updateButtons);
    connect(m_view, &QTreeView::activated, this, &PendingPanel::showSelected);
    connect(m_view, &QWidget::customContextMenuRequested, this, &PendingPanel::openContextMenu);
    connect(m_model, &PendingModel::choiceChanged, this, &PendingPanel::updateButtons);
    connect(m_model, &PendingModel::choiceChanged, this, &PendingPanel::showStatus);
}

void PendingPanel::setUpButtons()
{
    m_buttons = new QWidget(this);
    m_buttonGrid = new QGridLayout(m_buttons);
    m_buttonGrid->setContentsMargins(0, 0, 0, 0);
    m_buttonGrid->setSpacing(4);
    const auto button = [this](const char* icon, const QString& text, const QString& toolTip) {
        auto* made = new QPushButton(themedIcon(QLatin1String(icon)), text, m_buttons);
        made->setToolTip(toolTip);
        made->setMinimumWidth(10);
        made->setAccessibleName(withoutMnemonic(text));
        return made;
    };
    m_apply =
        button("check", tr("&Apply…"), tr("Send what is ticked; asks once more (Ctrl+Enter)"));
    m_conflicts = button("warning", tr("Solve &conflicts…"),
                         tr("See both texts, and take one or merge them (C in the list)"));
    m_migration = button("export", tr("&Export as migration…"),
                         tr("Write what is ticked into files instead of sending it"));
    m_discard = button("close", tr("&Discard"),
                       tr("Take the selected edits off the stage (Delete); can be undone"));
    m_show = button("focus", tr("&Show object"), tr("Show it in the diagram (Enter in the list)"));
    m_more = new QToolButton(m_buttons);
    m_more->setText(tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolTip(tr("Comment file, undo of an applied batch"));
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_apply, &QPushButton::clicked, this, &PendingPanel::requestApply);
    connect(m_conflicts, &QPushButton::clicked, this, &PendingPanel::solveConflicts);
    connect(m_migration, &QPushButton::clicked, this, &PendingPanel::requestMigration);
    connect(m_discard, &QPushButton::clicked, this, &PendingPanel::discardSelected);
    connect(m_show, &QPushButton::clicked, this, &PendingPanel::showSelected);
    const auto key = [this](const QKeySequence& keys, QWidget* where, auto slot) {
        auto* shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), this, &PendingPanel::requestApply);
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), this, &PendingPanel::requestApply);
    key(QKeySequence(Qt::Key_Delete), m_view, &PendingPanel::discardSelected);
    key(QKeySequence(Qt::Key_C), m_view, &PendingPanel::solveConflicts);
    m_foldable = {{m_conflicts, m_conflicts->text()},
                  {m_migration, m_migration->text()},
                  {m_show, m_show->text()}};
    placeButtons(2);
}

/// In a low and narrow place those that are used less are icons, so that all are in sight.
void PendingPanel::foldButtons(bool fold)
{
    for (const auto& [button, text] : std::as_const(m_foldable))
        button->setText(fold ? QString() : text);
}

void PendingPanel::placeButtons(int columns)
{
    if (m_buttonColumns == columns)
        return;
    m_buttonColumns = columns;
    for (int column = 0; column < buttonCount; ++column)
        m_buttonGrid->setColumnStretch(column, column < columns ? 1 : 0);
    int place = 0;
    for (QWidget* button : {static_cast<QWidget*>(m_apply), static_cast<QWidget*>(m_conflicts),
                            static_cast<QWidget*>(m_migration), static_cast<QWidget*>(m_discard),
                            static_cast<QWidget*>(m_show), static_cast<QWidget*>(m_more)}) {
        m_buttonGrid->addWidget(button, place / columns, place % columns);
        ++place;
    }
}

void PendingPanel::setUpMenu()
{
    auto* menu = new QMenu(m_more);
    menu->addAction(themedIcon(QStringLiteral("refresh")), tr("Ask for the S&QL again"), this,
                    &PendingPanel::planRequested);
    menu->addAction(themedIcon(QStringLiteral("file")), tr("Export as comment &file…"), this,
                    [this] {
                        if (const PendingSource* source = currentSource())
                            Q_EMIT commentFileRequested(source->name, chosen());
                    });
    menu->addAction(themedIcon(QStringLiteral("save")), tr("Another &place for the comment file…"),
                    this, [this] {
                        if (const PendingSource* source = currentSource())
                            Q_EMIT otherPlaceRequested(source->name);
                    });
    menu->addSeparator();
    m_undoBatch = menu->addAction(themedIcon(QStringLiteral("undo")), tr("&Undo an applied batch…"),
                                  this, &PendingPanel::undoBatchRequested);
    m_undoBatch->setEnabled(m_canUndoBatch);
    m_more->setMenu(menu);
    connect(m_empty, &EmptyState::actionTriggered, this, &PendingPanel::undoBatchRequested);
}

void PendingPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int width = event->size().width();
    const bool isTight = width < threeInRowFromWidth && event->size().height() < tightHeight;
    foldButtons(isTight);
    placeButtons(width < threeInRowFromWidth && !isTight ? 2
                 : width < allInRowFromWidth             ? 3
                                                         : buttonCount);
    m_splitter->setOrientation(width < besideFromWidth ? Qt::Vertical : Qt::Horizontal);
}

void PendingPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT planRequested();
}

} // namespace cadastre
