// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/catalog_tree_model.h"

#include "widgets/catalog_tree_texts.h"
#include "widgets/icons.h"
#include "widgets/object_icons.h"

#include <QLocale>
#include <QThreadPool>

#include <algorithm>

namespace cadastre {

struct CatalogTreeModel::Node
{
    TreeEntry entry;
    Node* parent = nullptr;
    int row = 0;
    bool populated = false;
    std::vector<std::unique_ptr<Node>> children;
};

CatalogTreeModel::CatalogTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_catalog(std::make_shared<const Catalog>())
    , m_root(std::make_unique<Node>())
{
}

CatalogTreeModel::~CatalogTreeModel() = default;

void CatalogTreeModel::setCatalog(std::shared_ptr<const Catalog> catalog)
{
    beginResetModel();
    m_catalog = std::move(catalog);
    m_index = CatalogTreeIndex(*m_catalog);
    m_filter = {*m_catalog, {m_filter.options().systemObjects, {}}};
    rebuild();
    endResetModel();
}

void CatalogTreeModel::setNames(const ObjectNames& names)
{
    m_names = names;
}

void CatalogTreeModel::setQueryIndex(std::shared_ptr<const QueryIndex> index)
{
    // large: freed off the UI thread
    QThreadPool::globalInstance()->start([old = std::exchange(m_queries, std::move(index))] {});
}

CatalogTreeQuestion CatalogTreeModel::question(const CatalogTreeOptions& options) const
{
    return {m_catalog, options, m_queries, names() == nullptr ? nullptr : m_names.comments};
}

bool CatalogTreeModel::takeAnswer(CatalogTreeAnswer answer)
{
    if (answer.catalog != m_catalog)
        return false;
    if (answer.index != m_queries)
        setQueryIndex(std::move(answer.index));
    const bool same = answer.filter.showsSame(m_filter);
    if (!same)
        beginResetModel();
    m_filter = std::move(answer.filter);
    if (!same) {
        rebuild();
        endResetModel();
    }
    return !same;
}

QString CatalogTreeModel::comment(ObjectRef object) const
{
    return names() == nullptr ? m_catalog->base(object).comment.text
                              : names()->comments->comment(object);
}

const ObjectNames* CatalogTreeModel::names() const
{
    return m_names.areOf(m_catalog.get()) ? &m_names : nullptr;
}

void CatalogTreeModel::setOptions(const CatalogTreeOptions& options)
{
    if (options != m_filter.options())
        takeAnswer(answerTree(question(options), std::atomic_bool(false)));
}

void CatalogTreeModel::rebuild()
{
    m_root = std::make_unique<Node>();
}

void CatalogTreeModel::populate(Node& node) const
{
    if (node.populated)
        return;
    node.populated = true;
    const auto entries = &node == m_root.get()
                             ? rootEntries(*m_catalog)
                             : childEntries(*m_catalog, m_index, m_filter, node.entry);
    node.children.reserve(entries.size());
    for (const TreeEntry& entry : entries) {
        auto child = std::make_unique<Node>();
        child->entry = entry;
        child->parent = &node;
        child->row = static_cast<int>(node.children.size());
        node.children.push_back(std::move(child));
    }
}

CatalogTreeModel::Node* CatalogTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

std::optional<ObjectRef> CatalogTreeModel::objectAt(const QModelIndex& index) const
{
    if (!index.isValid() || nodeOf(index)->entry.folder != TreeFolder::None)
        return std::nullopt;
    return nodeOf(index)->entry.ref;
}

QString CatalogTreeModel::lineName(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const TreeEntry& entry = nodeOf(index)->entry;
    return m_catalog->keyOf(entry.ref).toString() % QLatin1Char(' ') %
           QString::number(static_cast<int>(entry.folder)) % entry.otherKind;
}

QModelIndex CatalogTreeModel::indexOf(ObjectRef object) const
{
    if (object.kind == ObjectKind::Constraint)
        object = m_catalog->constraint(ConstraintId{object.index}).table;
    else if (object.kind == ObjectKind::Index)
        object = m_catalog->index(IndexId{object.index}).table;
    else if (object.kind == ObjectKind::Trigger)
        object = m_catalog->trigger(TriggerId{object.index}).table;

    Node* node = m_root.get();
    for (const TreeEntry& step : pathTo(*m_catalog, m_index, object)) {
        populate(*node);
        const auto found = std::find_if(node->children.begin(), node->children.end(),
                                        [&](const auto& child) { return child->entry == step; });
        if (found == node->children.end())
            return {};
        node = found->get();
    }
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

QModelIndex CatalogTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    Node* node = nodeOf(parent);
    populate(*node);
    if (column != 0 || row < 0 || row >= static_cast<int>(node->children.size()))
        return {};
    return createIndex(row, 0, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex CatalogTreeModel::parent(const QModelIndex& index) const
{
    Node* parentNode = index.isValid() ? nodeOf(index)->parent : nullptr;
    if (parentNode == nullptr || parentNode == m_root.get())
        return {};
    return createIndex(parentNode->row, 0, parentNode);
}

int CatalogTreeModel::rowCount(const QModelIndex& parent) const
{
    Node* node = nodeOf(parent);
    populate(*node);
    return static_cast<int>(node->children.size());
}

int CatalogTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool CatalogTreeModel::hasChildren(const QModelIndex& parent) const
{
    if (nodeOf(parent)->entry.ref.kind == ObjectKind::Column)
        return false;
    return rowCount(parent) > 0;
}

void CatalogTreeModel::setSourceNotes(const std::map<QString, TreeSourceNote>& notes)
{
    m_notes = notes;
    if (const int rows = rowCount({}); rows > 0)
        Q_EMIT dataChanged(index(0, 0, {}), index(rows - 1, 0, {}));
}

QString CatalogTreeModel::withNote(const QString& toolTip, const TreeSourceNote& note)
{
    return QString(toolTip + QStringLiteral("<p>") + note.toolTip.toHtmlEscaped() +
                   QStringLiteral("</p>"));
}

const TreeSourceNote* CatalogTreeModel::noteOf(const TreeEntry& entry) const
{
    if (entry.folder != TreeFolder::None || entry.ref.kind != ObjectKind::Source)
        return nullptr;
    const auto note = m_notes.find(m_catalog->source(SourceId{entry.ref.index}).name);
    return note == m_notes.end() ? nullptr : &note->second;
}

TreeFolderCount CatalogTreeModel::countOf(const QModelIndex& index) const
{
    const std::vector<TableId>& copies = m_index.copiesIn(nodeOf(index)->entry);
    const auto folded =
        std::ranges::count_if(copies, [&](TableId table) { return m_filter.showsTable(table); });
    return {rowCount(index), static_cast<int>(folded)};
}

QString CatalogTreeModel::quietText(const QModelIndex& index) const
{
    const TreeEntry& entry = nodeOf(index)->entry;
    QString text = treeEntrySecondaryText(*m_catalog, entry, countOf(index), names());
    if (const TreeSourceNote* note = noteOf(entry); note != nullptr && !note->word.isEmpty())
        text += QStringLiteral(" · ") + note->word;
    if (!text.isEmpty() || entry.ref.kind != ObjectKind::Table)
        return text;
    const TableId table{entry.ref.index};
    if (const auto rule = m_index.foldingRule(table))
        return tableFamilyRuleName(*rule);
    // short, for narrow docks; the folder above says what it is, and partitions do so themselves
    const auto copies =
        std::ranges::count_if(m_index.foldedUnder(table), [](const FamilyMember& member) {
            return foldedFolder(member.rule) == TreeFolder::Copies &&
                   member.rule != TableFamilyRule::Shadow;
        });
    return copies == 0 ? QString() : tr("+%1").arg(QLocale().toString(qlonglong(copies)));
}

QVariant CatalogTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TreeEntry& entry = nodeOf(index)->entry;
    switch (role) {
    case Qt::DisplayRole:
        return treeEntryName(*m_catalog, entry, names());
    case Qt::DecorationRole:
        return treeEntryIcon(*m_catalog, entry);
    case Qt::ToolTipRole:
        return noteOf(entry)
                   ? withNote(treeEntryToolTip(*m_catalog, entry, names()), *noteOf(entry))
                   : treeEntryToolTip(*m_catalog, entry, names());
    case Qt::AccessibleTextRole: {
        const TreeSourceNote* note = noteOf(entry);
        const QString text = treeEntryAccessibleText(*m_catalog, entry, countOf(index), names());
        return note == nullptr || note->word.isEmpty()
                   ? text
                   : QString(text + QStringLiteral(", ") + note->word);
    }
    case SecondaryTextRole:
        return quietText(index);
    case MarkRole:
        if (const TreeSourceNote* note = noteOf(entry); note != nullptr && !note->icon.isNull())
            return note->icon;
        return isTreeEntryStaged(entry, names())
                   ? QVariant(themedIcon(QStringLiteral("pending"), IconTone::Accent))
                   : QVariant();
    case IsFolderRole:
        return entry.folder != TreeFolder::None;
    default:
        return {};
    }
}

} // namespace cadastre
