// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The item model of the tree: lines are made when somebody looks at them, so that 10,000 tables
// cost as much as those on screen. What stands where is decided in catalog_tree_nodes.h.
#pragma once

#include "model/notes/object_names.h"
#include "widgets/catalog_tree_nodes.h"
#include "widgets/catalog_tree_texts.h"

#include <QAbstractItemModel>
#include <QIcon>

namespace cadastre {

/// What is known of a source beside its catalog: whether it can be asked.
struct TreeSourceNote
{
    QString word;    ///< "Not connected"; empty for nothing to say
    QIcon icon;      ///< of the same; null for none
    QString toolTip; ///< plain text
};

class CatalogTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        SecondaryTextRole = Qt::UserRole + 1, ///< quiet text behind the name: type, count
        IsFolderRole,                         ///< bool
        MarkRole,                             ///< icon: an edit of its comment is staged
    };

    explicit CatalogTreeModel(QObject* parent = nullptr);
    ~CatalogTreeModel() override;

    /// Shows it without a filter: that one is asked anew.
    void setCatalog(std::shared_ptr<const Catalog> catalog);
    /// What is staged, and which names stand first; views repaint by themselves.
    void setNames(const ObjectNames& names);
    /// By source name.
    void setSourceNotes(const std::map<QString, TreeSourceNote>& notes);
    /// Answers at once; for what may take long, question() goes elsewhere.
    void setOptions(const CatalogTreeOptions& options);
    /// What the filter asks; without one of this catalog it makes its own, which knows nothing of
    /// relationships and boundaries. What is shown stays until a question is answered.
    void setQueryIndex(std::shared_ptr<const QueryIndex> index);
    /// To be answered with answerTree(), on any thread.
    [[nodiscard]] CatalogTreeQuestion question(const CatalogTreeOptions& options) const;
    /// True where other lines are shown now: the model was reset. An answer about another catalog
    /// is left aside.
    bool takeAnswer(CatalogTreeAnswer answer);
    [[nodiscard]] const CatalogTreeFilter& filter() const { return m_filter; }
    [[nodiscard]] const CatalogTreeOptions& options() const { return m_filter.options(); }
    [[nodiscard]] const std::shared_ptr<const Catalog>& catalog() const { return m_catalog; }
    /// Tables that the filter lets through.
    [[nodiscard]] int matchingTables() const { return m_filter.matchingTables(); }

    /// The object of a line; absent for folders.
    [[nodiscard]] std::optional<ObjectRef> objectAt(const QModelIndex& index) const;
    /// With what is staged.
    [[nodiscard]] QString comment(ObjectRef object) const;
    /// Names a line for as long as its object or folder lives, also in another catalog.
    [[nodiscard]] QString lineName(const QModelIndex& index) const;
    /// The line of an object, or of the table that an index, constraint or trigger belongs to;
    /// invalid where it is filtered out.
    [[nodiscard]] QModelIndex indexOf(ObjectRef object) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Node;

    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;
    void populate(Node& node) const;
    [[nodiscard]] TreeFolderCount countOf(const QModelIndex& index) const;
    [[nodiscard]] QString quietText(const QModelIndex& index) const;
    void rebuild();
    static QString withNote(const QString& toolTip, const TreeSourceNote& note);
    [[nodiscard]] const TreeSourceNote* noteOf(const TreeEntry& entry) const;
    [[nodiscard]] const ObjectNames* names() const; ///< null where nothing is known

    std::shared_ptr<const Catalog> m_catalog;
    ObjectNames m_names;
    std::map<QString, TreeSourceNote> m_notes;
    CatalogTreeIndex m_index;
    std::shared_ptr<const QueryIndex> m_queries;
    CatalogTreeFilter m_filter;
    std::unique_ptr<Node> m_root;
};

} // namespace cadastre
