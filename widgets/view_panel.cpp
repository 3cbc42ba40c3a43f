// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/view_panel.h"

#include "widgets/empty_state.h"
#include "widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int viewNameRole = Qt::UserRole; ///< empty for folders
const QLatin1String folderSeparator(" / ");
constexpr int noteLines = 3;

} // namespace

ViewPanel::ViewPanel(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Views"));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeViews());
    splitter->addWidget(makeHidden());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setViews({});
    setHidden({}, {});
}

QToolButton* ViewPanel::addButton(QWidget* parent, const char* name, const char* icon,
                                  const QString& text, const QString& toolTip)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(themedIcon(QString::fromLatin1(icon)));
    button->setText(text);
    button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    button->setToolTip(toolTip);
    button->setFocusPolicy(Qt::StrongFocus);
    parent->layout()->addWidget(button);
    return button;
}

QWidget* ViewPanel::makeViews()
{
    auto* part = new QWidget(this);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 6, 6, 6);
    auto* bar = new QWidget(part);
    auto* buttons = new QHBoxLayout(bar);
    buttons->setContentsMargins(0, 0, 0, 0);
    QToolButton* save = addButton(bar, "saveView", "add", tr("&Save this view"),
                                  tr("Keep what is shown now under a name (Ctrl+Shift+V)"));
    save->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(save, &QToolButton::clicked, this, &ViewPanel::saveRequested);
    buttons->addStretch(1);
    const auto addForView = [&](const char* name, const char* icon, const QString& text,
                                const QString& toolTip, auto signal) {
        QToolButton* button = addButton(bar, name, icon, text, toolTip);
        connect(button, &QToolButton::clicked, this, [this, signal] {
            Q_EMIT(this->*signal)(chosenView());
        });
        m_viewButtons.push_back(button);
    };
    addForView("openView", "saved-view", tr("Open"), tr("Show this view (Enter)"),
               &ViewPanel::openRequested);
    addForView("updateView", "save", tr("Update"), tr("Make this view what is shown now"),
               &ViewPanel::updateRequested);
    addForView("deleteView", "close", tr("Delete"), tr("Delete this view (Del); can be undone"),
               &ViewPanel::deleteRequested);
    layout->addWidget(bar);

    m_tree = new QTreeWidget(part);
    m_tree->setAccessibleName(tr("Saved views"));
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(2);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->installEventFilter(this);
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, &ViewPanel::openMenu);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ViewPanel::showChosen);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (const QString name = item->data(0, viewNameRole).toString(); !name.isEmpty())
            Q_EMIT openRequested(name);
    });
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) {
        const QString name = item->data(0, viewNameRole).toString();
        if (!m_filling && !name.isEmpty()) {
            const qsizetype at = name.lastIndexOf(folderSeparator);
            const QString folder = at < 0 ? QString() : name.left(at + folderSeparator.size());
            Q_EMIT renameRequested(name, folder + item->text(0));
        }
    });
    m_note = new QPlainTextEdit(part);
    m_note->setAccessibleName(tr("Note of the view"));
    m_note->setPlaceholderText(tr("What this view is for"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * noteLines + 12);
    m_note->installEventFilter(this);
    auto* chosen = new QWidget(part);
    auto* chosenLayout = new QVBoxLayout(chosen);
    chosenLayout->setContentsMargins(0, 0, 0, 0);
    chosenLayout->addWidget(m_tree, 1);
    chosenLayout->addWidget(m_note);
    m_empty = new EmptyState(part);
    m_empty->setContents(QStringLiteral("saved-view"), tr("No saved views yet"),
                         tr("A view keeps which tables are shown, where they stand, zoom and "
                            "filters, to be seen again and sent to others."),
                         tr("Save the first &view"));
    connect(m_empty, &EmptyState::actionTriggered, this, &ViewPanel::saveRequested);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(chosen);
    layout->addLayout(m_stack, 1);
    return part;
}

void ViewPanel::setViews(const std::vector<ViewEntry>& views)
{
    const QString chosen = chosenView();
    m_filling = true;
    m_views = views;
    m_tree->clear();
    for (const ViewEntry& view : m_views) {
        QStringList parts = view.name.split(folderSeparator);
        const QString own = parts.takeLast();
        QTreeWidgetItem* folder = folderFor(parts);
        auto* item = folder != nullptr ? new QTreeWidgetItem(folder) : new QTreeWidgetItem(m_tree);
        item->setText(0, own);
        item->setText(1, view.detail);
        item->setIcon(0, themedIcon(QStringLiteral("saved-view")));
        item->setData(0, viewNameRole, view.name);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        QString toolTip = view.name + QLatin1Char('\n') + view.detail;
        if (!view.note.isEmpty())
            toolTip += QLatin1Char('\n') + view.note;
        item->setToolTip(0,
                         toolTip.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
        if (view.isOpen) {
            QFont bold = m_tree->font();
            bold.setBold(true);
            item->setFont(0, bold);
            item->setText(1, tr("open · %1").arg(view.detail));
        }
    }
    m_tree->expandAll();
    m_filling = false;
    m_stack->setCurrentIndex(m_views.empty() ? 0 : 1);
    chooseView(chosen);
    showChosen();
}

QTreeWidgetItem* ViewPanel::folderFor(const QStringList& folders)
{
    QTreeWidgetItem* parent = nullptr;
    for (const QString& folder : folders) {
        QTreeWidgetItem* found = nullptr;
        const int count = parent != nullptr ? parent->childCount() : m_tree->topLevelItemCount();
        for (int i = 0; i < count && found == nullptr; ++i) {
            QTreeWidgetItem* item = parent != nullptr ? parent->child(i) : m_tree->topLevelItem(i);
            if (item->text(0) == folder && item->data(0, viewNameRole).toString().isEmpty())
                found = item;
        }
        if (found == nullptr) {
            found = parent != nullptr ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(m_tree);
            found->setText(0, folder);
            found->setIcon(0, themedIcon(QStringLiteral("open")));
        }
        parent = found;
    }
    return parent;
}

QTreeWidgetItem* ViewPanel::itemOf(const QString& name) const
{
    for (QTreeWidgetItemIterator it(m_tree); *it != nullptr; ++it) {
        if ((*it)->data(0, viewNameRole).toString() == name)
            return *it;
    }
    return nullptr;
}

void ViewPanel::chooseView(const QString& name)
{
    QTreeWidgetItem* item = name.isEmpty() ? nullptr : itemOf(name);
    if (item != nullptr)
        m_tree->setCurrentItem(item);
}

QString ViewPanel::chosenView() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item == nullptr ? QString() : item->data(0, viewNameRole).toString();
}

void ViewPanel::renameChosen()
{
    if (!chosenView().isEmpty())
        m_tree->editItem(m_tree->currentItem());
}

void ViewPanel::showChosen()
{
    if (m_filling)
        return;
    takeNote();
    m_noteOf = chosenView();
    const auto found = std::ranges::find(m_views, m_noteOf, &ViewEntry::name);
    const bool any = !m_noteOf.isEmpty() && found != m_views.end();
    m_note->setPlainText(any ? found->note : QString());
    m_note->setEnabled(any);
    for (QToolButton* button : m_viewButtons)
        button->setEnabled(any);
}

void ViewPanel::takeNote()
{
    const auto found = std::ranges::find(m_views, m_noteOf, &ViewEntry::name);
    if (m_noteOf.isEmpty() || found == m_views.end())
        return;
    const QString note = m_note->toPlainText().trimmed();
    if (note == found->note)
        return;
    found->note = note;
    Q_EMIT noteEdited(m_noteOf, note);
}

void ViewPanel::openMenu(QPoint position)
{
    const QString name = chosenView();
    if (name.isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(QStringLiteral("saved-view")), tr("&Open"), this,
                    [this, name] { Q_EMIT openRequested(name); });
    menu->addAction(themedIcon(QStringLiteral("save")), tr("&Update to what is shown"), this,
                    [this, name] { Q_EMIT updateRequested(name); });
    menu->addAction(themedIcon(QStringLiteral("copy")), tr("&Duplicate"), this,
                    [this, name] { Q_EMIT duplicateRequested(name); });
    menu->addAction(tr("&Rename"), QKeySequence(Qt::Key_F2), this, &ViewPanel::renameChosen);
    menu->addAction(themedIcon(QStringLiteral("close")), tr("De&lete"), this,
                    [this, name] { Q_EMIT deleteRequested(name); });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

bool ViewPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree && event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_F2 || key == Qt::Key_Delete)
            event->accept(); // of the list, not of the window
    }
    if (watched == m_note && event->type() == QEvent::FocusOut)
        takeNote();
    if (watched == m_tree && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete && !chosenView().isEmpty()) {
        Q_EMIT deleteRequested(chosenView());
        return true;
    }
    if (watched == m_hidden && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            showSelectedHidden();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QToolButton* ViewPanel::button(const char* name) const
{
    return findChild<QToolButton*>(QString::fromLatin1(name));
}

} // namespace cadastre
