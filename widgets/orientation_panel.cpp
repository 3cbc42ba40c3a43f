// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/orientation_panel.h"

#include "model/orientation/overview_document.h"
#include "widgets/empty_state.h"
#include "widgets/grouped_model.h"
#include "widgets/icons.h"
#include "widgets/muted_text.h"
#include "widgets/object_icons.h"
#include "widgets/panel_scroller.h"
#include "widgets/quiet_text_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTreeView>

#include <algorithm>

namespace cadastre {

OrientationPanel::OrientationPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new GroupedModel(this))
    , m_list(new QTreeView(this))
    , m_empty(new EmptyState(this))
    , m_what(new QLabel(this))
    , m_why(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_previous(new QPushButton(themedIcon(QStringLiteral("back")), tr("&Previous"), this))
    , m_next(new QPushButton(tr("Ne&xt"), this))
    , m_about(new QPushButton(themedIcon(QStringLiteral("info")), tr("A&bout"), this))
{
    setUpList();
    setUpButtons();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_previous, 1);
    buttons->addWidget(m_next, 1);
    auto* lastLine = new QHBoxLayout; // beside a word or two: narrow docks hold two buttons
    lastLine->setSpacing(4);
    lastLine->addWidget(m_summary, 1);
    lastLine->addWidget(m_about);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(4);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    auto* words = new GivingScroller({m_what, m_why}, this); // the list keeps its rows
    words->setAccessibleName(tr("About the current table"));
    layout->addWidget(words);
    layout->addLayout(buttons);
    layout->addLayout(lastLine);
    setState(m_state);
}

void OrientationPanel::setUpList()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuietTextDelegate(GroupedModel::QuietTextRole, m_list));
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(12);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Start here: central tables in the order of a tour"));
    m_list->installEventFilter(this);
    // takes what the rest leaves, which so stays in view without scrolling
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_list->setMinimumHeight(5 * fontMetrics().height());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &OrientationPanel::showCurrent);
    connect(m_list, &QTreeView::clicked, this, &OrientationPanel::wantCurrent);
    for (QLabel* label : {m_what, m_why, m_summary}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    keepMuted(m_why);
    keepMuted(m_summary);
}

void OrientationPanel::setUpButtons()
{
    m_next->setToolTip(tr("Shows the next table of the tour (Alt+Down in this panel)"));
    m_previous->setToolTip(tr("Shows the table before this one (Alt+Up in this panel)"));
    m_about->setToolTip(tr("What this database is, on one page (Shift+F4)"));
    m_about->setAccessibleName(tr("About this database"));
    connect(m_next, &QPushButton::clicked, this, [this] { goOn(1); });
    connect(m_previous, &QPushButton::clicked, this, [this] { goOn(-1); });
    connect(m_about, &QPushButton::clicked, this, &OrientationPanel::aboutWanted);
    const auto key = [this](Qt::Key arrow, int steps) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | arrow), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, steps] { goOn(steps); });
    };
    key(Qt::Key_Down, 1);
    key(Qt::Key_Up, -1);
}

bool OrientationPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            wantCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OrientationPanel::setState(const OrientationStatePointer& state)
{
    std::optional<ObjectKey> current;
    const bool hasBegun = !m_seen.isEmpty() || m_list->hasFocus();
    if (const int stop = currentStop(); stop >= 0 && hasBegun)
        current = m_state->commented.catalog()->keyOf(m_stops[stop]->table);
    m_state = state;
    fillList();
    int stop = 0;
    for (int i = 0; i < static_cast<int>(m_stops.size()) && current; ++i) {
        if (m_state->commented.catalog()->keyOf(m_stops[i]->table) == *current)
            stop = i;
    }
    setCurrentStop(stop);
    showCurrent();
    showSummary();
}

void OrientationPanel::fillList()
{
    m_stops.clear();
    std::vector<GroupedModel::Group> groups;
    for (const TourGroup& group : m_state->start.groups) {
        if (group.stops.empty())
            continue;
        GroupedModel::Group shown;
        shown.title = group.name;
        shown.quiet = groupSizeText(group);
        shown.icon = themedIcon(group.kind == TableGroupKind::Boundary ? QStringLiteral("boundary")
                                                                       : QStringLiteral("schema"));
        shown.toolTip = tr("%1: %2").arg(group.name, shown.quiet);
        for (const TourStop& stop : group.stops) {
            shown.rows.push_back(static_cast<int>(m_stops.size()));
            m_stops.push_back(&stop);
        }
        groups.push_back(std::move(shown));
    }
    m_model->setGroups(std::move(groups),
                       [this](int stop, int role) { return stopData(stop, role); });
    m_list->expandAll();
}

QString OrientationPanel::nameOf(int stop) const
{
    return m_state->commented.catalog()->displayName(m_stops[stop]->table);
}

bool OrientationPanel::isSeen(int stop) const
{
    return m_seen.contains(m_state->commented.catalog()->keyOf(m_stops[stop]->table));
}

QVariant OrientationPanel::stopData(int stop, int role) const
{
    const TourStop& one = *m_stops[stop];
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(stop);
    case GroupedModel::QuietTextRole:
        return one.what;
    case Qt::DecorationRole:
        return isSeen(stop) ? themedIcon(QStringLiteral("check"), IconTone::Success)
                            : objectIcon(*m_state->commented.catalog(), one.table);
    case Qt::ToolTipRole:
        return QString(nameOf(stop) + QLatin1Char('\n') + one.what + QLatin1Char('\n') + one.why)
            .toHtmlEscaped()
            .replace(QLatin1Char('\n'), QLatin1String("<br>"));
    case Qt::AccessibleTextRole:
        return isSeen(stop) ? tr("%1, seen. %2").arg(nameOf(stop), one.what)
                            : tr("%1. %2").arg(nameOf(stop), one.what);
    default:
        return {};
    }
}

int OrientationPanel::currentStop() const
{
    const QVariant row = m_list->currentIndex().data(GroupedModel::RowRole);
    return row.isValid() && row.toInt() < static_cast<int>(m_stops.size()) ? row.toInt() : -1;
}

void OrientationPanel::setCurrentStop(int stop)
{
    if (stop < 0 || stop >= static_cast<int>(m_stops.size()))
        return;
    const QModelIndex index = m_model->indexOfRow(stop);
    m_list->setCurrentIndex(index);
    if (stop == 0)
        m_list->scrollToTop(); // its heading, too
    else
        m_list->scrollTo(index);
}

bool OrientationPanel::goOn(int steps)
{
    const int current = currentStop();
    // the tour begins with its first table, which is current before anything was seen
    const bool isBegin = steps > 0 && current == 0 && !m_stops.empty() && !isSeen(0);
    const int next = isBegin ? 0 : current + steps;
    if (next < 0 || next >= static_cast<int>(m_stops.size()))
        return false;
    setCurrentStop(next);
    wantCurrent();
    return true;
}

std::optional<TableId> OrientationPanel::currentTable() const
{
    const int stop = currentStop();
    return stop < 0 ? std::nullopt : std::optional(m_stops[stop]->table);
}

void OrientationPanel::focusList()
{
    (m_stops.empty() ? static_cast<QWidget*>(this) : m_list)->setFocus(Qt::ShortcutFocusReason);
}

void OrientationPanel::wantCurrent()
{
    if (const auto table = currentTable())
        Q_EMIT tableWanted(*table);
}

void OrientationPanel::setSeen(const QSet<ObjectKey>& seen)
{
    m_seen = seen;
    m_list->viewport()->update();
    showSummary();
    showCurrent();
}

void OrientationPanel::setBusy(bool busy)
{
    m_busy = busy;
    showSummary();
}

void OrientationPanel::showCurrent()
{
    const int stop = currentStop();
    const bool isStop = stop >= 0;
    m_what->setText(isStop ? m_stops[stop]->what : QString());
    m_why->setText(isStop ? m_stops[stop]->why : QString());
    m_what->setVisible(isStop);
    m_why->setVisible(isStop);
    const int last = static_cast<int>(m_stops.size()) - 1;
    m_previous->setEnabled(stop > 0);
    m_next->setEnabled(isStop ? stop < last || !isSeen(stop) : last >= 0);
}

void OrientationPanel::showSummary()
{
    const bool isOpen = m_state->commented.catalog() != nullptr;
    m_list->setVisible(!m_stops.empty());
    m_empty->setVisible(m_stops.empty());
    m_about->setEnabled(isOpen);
    if (!isOpen)
        m_empty->setContents(QStringLiteral("focus"), tr("Nothing to start with yet"),
                             m_busy ? tr("Looking for the central tables…")
                                    : tr("Open a database to be led through its central tables."));
    else if (m_stops.empty())
        m_empty->setContents(QStringLiteral("focus"), tr("No tables"),
                             tr("This database has no tables or views to start with."));
    int seen = 0;
    for (int i = 0; i < static_cast<int>(m_stops.size()); ++i)
        seen += isSeen(i) ? 1 : 0;
    QString text = m_stops.empty()
                       ? QString()
                       : tr("%1 of %2 seen")
                             .arg(QLocale().toString(static_cast<qlonglong>(seen)),
                                  QLocale().toString(static_cast<qlonglong>(m_stops.size())));
    if (m_state->start.groupsLeftOut > 0)
        text += tr(" · %1 left out")
                    .arg(tr("%Ln smaller groups", nullptr,
                            static_cast<int>(m_state->start.groupsLeftOut)));
    if (m_busy && isOpen)
        text += tr(" · being brought up to date…");
    m_summary->setText(text);
    m_summary->setVisible(!text.isEmpty());
}

} // namespace cadastre
