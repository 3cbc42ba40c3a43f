// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/path_table_fields.h"

#include "model/paths/find_paths.h"
#include "widgets/icons.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QToolButton>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int shownCompletions = 12;

QToolButton* smallButton(QWidget* parent, const char* icon, const QString& text)
{
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(QString::fromLatin1(icon)));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// Those that most foreign keys join come first: `orders` means the table, not its backup.
QStringList namesToOffer(const Catalog& catalog)
{
    std::vector<std::pair<qsizetype, QString>> ranked;
    const auto& tables = catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        const Table& table = tables[std::size_t(i)];
        if (table.system || table.kind == TableKind::ShadowTable)
            continue;
        const TableId id{i};
        const auto own = std::ranges::count(catalog.constraintsOf(id), ConstraintKind::ForeignKey,
                                            &Constraint::kind);
        const auto keys = std::ssize(catalog.foreignKeysTo(id)) + own;
        ranked.emplace_back(-keys, catalog.displayName(id));
    }
    std::ranges::sort(ranked);
    QStringList names;
    for (const auto& [rank, name] : ranked)
        names << name;
    return names;
}

} // namespace

PathTableFields::PathTableFields(QWidget* parent)
    : QWidget(parent)
    , m_names(new QStringListModel(this))
    , m_add(new QToolButton(this))
    , m_swap(smallButton(this, "refresh", tr("Swap the two tables")))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    for (int number = 0; number < mostJoinedTables; ++number)
        addRow(number, grid);
    setUpButtons(grid);
    showRows(2);
    setFocusProxy(m_rows.front().edit);
}

void PathTableFields::addRow(int number, QGridLayout* grid)
{
    Row row;
    const QString text = number == 0 ? tr("&From") : number == 1 ? tr("&To") : tr("And");
    row.edit = new QLineEdit(this);
    row.label = new QLabel(text, this);
    row.label->setBuddy(row.edit);
    row.edit->setPlaceholderText(tr("Table or view"));
    row.edit->setAccessibleName(number < 2 ? (number == 0 ? tr("From table") : tr("To table"))
                                           : tr("Table %1").arg(number + 1));
    row.edit->setClearButtonEnabled(true);
    row.edit->setAcceptDrops(false); // files that are dropped here are for the window
    auto* completer = new QCompleter(m_names, row.edit);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(shownCompletions);
    completer->popup()->setAccessibleName(tr("Tables of that name"));
    row.edit->setCompleter(completer);
    row.edit->installEventFilter(this);
    connect(row.edit, &QLineEdit::editingFinished, this, [this, number] { settle(number); });
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this,
            &PathTableFields::changed, Qt::QueuedConnection); // after the field has the text
    grid->addWidget(row.label, number, 0);
    grid->addWidget(row.edit, number, 1);
    if (number > 1) {
        row.remove = smallButton(this, "close", tr("Without this table"));
        connect(row.remove, &QToolButton::clicked, this, [this, number] { removeRow(number); });
        grid->addWidget(row.remove, number, 2);
    }
    m_rows.push_back(row);
}

void PathTableFields::setUpButtons(QGridLayout* grid)
{
    grid->addWidget(m_swap, 0, 2, 2, 1);
    connect(m_swap, &QToolButton::clicked, this, [this] {
        const QString first = field(0)->text();
        field(0)->setText(field(1)->text());
        field(1)->setText(first);
        Q_EMIT changed();
    });
    m_add->setText(tr("Another ta&ble"));
    m_add->setIcon(themedIcon(QStringLiteral("add")));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_add->setToolTip(tr("Joins up to %1 tables along the shortest tree").arg(mostJoinedTables));
    connect(m_add, &QToolButton::clicked, this, [this] {
        showRows(m_shown + 1);
        field(m_shown - 1)->setFocus(Qt::OtherFocusReason);
    });
    grid->addWidget(m_add, mostJoinedTables, 1, Qt::AlignLeft);
}

void PathTableFields::showRows(int count)
{
    m_shown = std::clamp(count, 2, mostJoinedTables);
    for (int number = 0; number < mostJoinedTables; ++number) {
        const Row& row = m_rows[std::size_t(number)];
        const bool shown = number < m_shown;
        row.label->setVisible(shown);
        row.edit->setVisible(shown);
        if (row.remove != nullptr)
            row.remove->setVisible(shown);
        if (!shown)
            row.edit->clear();
    }
    m_add->setEnabled(m_shown < mostJoinedTables);
    m_swap->setVisible(m_shown == 2);
}

void PathTableFields::removeRow(int number)
{
    for (int next = number; next + 1 < m_shown; ++next)
        field(next)->setText(field(next + 1)->text());
    showRows(m_shown - 1);
    m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

QLineEdit* PathTableFields::field(int number) const
{
    return m_rows[std::size_t(number)].edit;
}

void PathTableFields::setCatalog(std::shared_ptr<const Catalog> catalog)
{
    m_catalog = std::move(catalog);
    m_names->setStringList(m_catalog == nullptr ? QStringList() : namesToOffer(*m_catalog));
}

/// What is not a name yet becomes the first one that is offered for it.
void PathTableFields::settle(int number)
{
    QLineEdit* edit = field(number);
    if (!tableIn(number)) {
        edit->completer()->setCompletionPrefix(edit->text().trimmed());
        const QString offered = edit->completer()->currentCompletion();
        if (!offered.isEmpty())
            edit->setText(offered);
    }
    Q_EMIT changed();
}

void PathTableFields::setTables(const std::vector<TableId>& tables)
{
    showRows(static_cast<int>(tables.size()));
    for (int number = 0; number < m_shown; ++number)
        field(number)->setText(number < std::ssize(tables)
                                   ? m_catalog->displayName(tables[std::size_t(number)])
                                   : QString());
}

/// Absent for an empty field.
Result<std::optional<TableId>> PathTableFields::tableIn(int number) const
{
    const QString text = field(number)->text().trimmed();
    if (text.isEmpty() || m_catalog == nullptr)
        return std::optional<TableId>();
    const Result<ObjectRef> object = m_catalog->resolve(text);
    if (!object)
        return object.error();
    if (object->kind == ObjectKind::Table)
        return std::optional(TableId{object->index});
    if (object->kind == ObjectKind::Column)
        return std::optional(m_catalog->column(ColumnId{object->index}).table);
    return Error{tr("%1 is no table or view.").arg(text), {}};
}

std::optional<std::vector<TableId>> PathTableFields::tables() const
{
    std::vector<TableId> found;
    for (int number = 0; number < m_shown; ++number) {
        const auto table = tableIn(number);
        if (!table)
            return std::nullopt;
        if (*table)
            found.push_back(**table);
    }
    return found;
}

QString PathTableFields::problem() const
{
    for (int number = 0; number < m_shown; ++number) {
        const auto table = tableIn(number);
        if (!table)
            return table.error().message;
    }
    return {};
}

void PathTableFields::focusNext()
{
    for (int number = 0; number < m_shown; ++number) {
        if (field(number)->text().isEmpty())
            return field(number)->setFocus(Qt::ShortcutFocusReason);
    }
    field(0)->setFocus(Qt::ShortcutFocusReason);
    field(0)->selectAll();
}

/// Down opens the list of completions, also of an empty field.
bool PathTableFields::eventFilter(QObject* watched, QEvent* event)
{
    auto* edit = qobject_cast<QLineEdit*>(watched);
    if (edit != nullptr && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down &&
        !edit->completer()->popup()->isVisible()) {
        edit->completer()->setCompletionPrefix(edit->text());
        edit->completer()->complete();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cadastre
