// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/keys_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr QSize keysDialogSize(620, 640);
constexpr int tallestLine = 1000;

/// A tree of Qt asks for the height of a line without saying how wide it is.
class WrappedLines : public QStyledItemDelegate
{
public:
    explicit WrappedLines(const QTreeWidget* list, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_list(list)
    {
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override
    {
        QStyleOptionViewItem wide = option;
        const bool isIndented = index.column() == 0 && index.parent().isValid();
        wide.rect = QRect(
            0, 0, m_list->columnWidth(index.column()) - (isIndented ? m_list->indentation() : 0),
            tallestLine);
        return QStyledItemDelegate::sizeHint(wide, index);
    }

private:
    const QTreeWidget* m_list;
};

} // namespace

KeysDialog::KeysDialog(const std::vector<KeyGroup>& groups, QWidget* parent)
    : QDialog(parent)
    , m_filter(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_nothing(new QLabel(tr("No key or gesture has all of these words."), this))
{
    setWindowTitle(tr("Keys and gestures"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setPlaceholderText(tr("A key or what it does"));
    auto* label = new QLabel(tr("&Find:"), this);
    label->setBuddy(m_filter);
    m_filter->setAccessibleName(tr("Find a key"));
    m_filter->installEventFilter(this);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("Press or do"), tr("What happens")});
    m_list->setRootIsDecorated(false);
    m_list->setWordWrap(true); // what a key does is read, not guessed
    m_list->setItemDelegate(new WrappedLines(m_list, m_list));
    m_list->setAlternatingRowColors(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->header()->setStretchLastSection(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &QLineEdit::textChanged, this, &KeysDialog::showMatching);
    connect(m_list->header(), &QHeaderView::sectionResized, m_list, &QTreeWidget::doItemsLayout,
            Qt::QueuedConnection);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_filter, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(row);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    fill(groups);
    resize(keysDialogSize);
    m_filter->setFocus();
}

void KeysDialog::fill(const std::vector<KeyGroup>& groups)
{
    for (const KeyGroup& group : groups) {
        if (group.lines.empty())
            continue;
        auto* top = new QTreeWidgetItem(m_list, {group.title});
        top->setFirstColumnSpanned(true);
        QFont bold = m_list->font();
        bold.setBold(true);
        top->setFont(0, bold);
        for (const KeyLine& line : group.lines) {
            auto* item = new QTreeWidgetItem(top, {line.keys, line.meaning});
            item->setToolTip(0, line.keys);
            item->setToolTip(1, line.detail.isEmpty() ? line.meaning : line.detail);
        }
    }
    m_list->expandAll();
    m_list->setItemsExpandable(false);
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
    fitColumns();
}

/// Every word, wherever it stands.
void KeysDialog::showMatching(const QString& words)
{
    const QStringList all = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_list->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* line = group->child(j);
            const QString text = line->text(0) + QLatin1Char(' ') + line->text(1) +
                                 QLatin1Char(' ') + line->toolTip(1);
            const bool fits = std::ranges::all_of(
                all, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
            line->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
    QTreeWidgetItem* first = firstShown();
    m_nothing->setVisible(first == nullptr);
    m_list->setCurrentItem(first);
}

QTreeWidgetItem* KeysDialog::firstShown() const
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_list->topLevelItem(i);
        for (int j = 0; j < group->childCount(); ++j) {
            if (!group->child(j)->isHidden())
                return group->child(j);
        }
    }
    return nullptr;
}

/// From the field into the list, as in every list with a filter.
bool KeysDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_PageDown) && firstShown() != nullptr) {
            m_list->setFocus();
            if (key == Qt::Key_PageDown)
                QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void KeysDialog::fitColumns()
{
    m_list->setColumnWidth(0, keysDialogSize.width() / 2); // lines are wrapped no earlier
    m_list->resizeColumnToContents(0);
    m_list->setColumnWidth(0, std::min(m_list->columnWidth(0) + 16, keysDialogSize.width() / 2));
}

void KeysDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

} // namespace cadastre
