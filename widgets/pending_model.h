// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PendingModel: staged edits as a tree (source where there are several, table, edit) with tick
// boxes for those that are to be applied. What an edit is lives in pending_state.h.
#pragma once

#include "model/notes/object_names.h"
#include "widgets/pending_state.h"

#include <QAbstractItemModel>
#include <QSet>

namespace cadastre {

class PendingModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        SignRole = Qt::UserRole + 1, ///< behind the name: "conflict", "new"
        KeyRole,                     ///< the object key of an edit as text; empty for headings
    };

    explicit PendingModel(QObject* parent = nullptr);

    /// Ticks and, where the edits are the same ones, lines stay as they are; new edits are ticked.
    void setState(const PendingState& state);
    /// By which names objects are shown; of another catalog: by their real ones.
    void setNames(const ObjectNames& names);
    [[nodiscard]] const PendingState& state() const { return m_state; }

    /// The edit of a line; null for headings.
    [[nodiscard]] const PendingRow* rowAt(const QModelIndex& index) const;
    /// Where the source of a line is in state().sources; absent for an invalid index.
    [[nodiscard]] std::optional<std::size_t> sourceAt(const QModelIndex& index) const;
    /// Edits on or below these lines, each once, by object key.
    [[nodiscard]] std::vector<ObjectKey> keysBelow(const QModelIndexList& indexes) const;
    [[nodiscard]] QModelIndex indexOf(const ObjectKey& key) const;

    /// The edits of a source that are ticked and can be sent.
    [[nodiscard]] std::vector<ObjectKey> chosen(std::size_t source) const;
    /// Ticks these and no others.
    void choose(const std::vector<ObjectKey>& keys);

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void choiceChanged();

private:
    /// A line of the tree. Parents stand before their children.
    struct Node
    {
        int parent = -1; ///< -1 for the top level
        int place = 0;   ///< among its siblings
        QString title;   ///< of headings
        std::size_t source = 0;
        std::optional<std::size_t> row; ///< of edits
        std::vector<int> children;
    };

    void build();
    int addNode(int parent, const QString& title, std::size_t source,
                std::optional<std::size_t> row = std::nullopt);
    [[nodiscard]] const Node* node(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOfNode(int node) const;
    [[nodiscard]] const PendingRow& rowOf(const Node& node) const;
    void collectEdits(int node, std::vector<int>& edits) const;
    [[nodiscard]] QVariant editData(const PendingRow& row, int role) const;
    [[nodiscard]] QVariant headingData(const Node& node, int at, int role) const;
    void keepTicks(const std::map<ObjectKey, int>& before);
    void tickEdited(const PendingState& next);
    [[nodiscard]] Qt::CheckState ticksBelow(int node) const;
    void tick(int node, bool ticked);
    void tellChanged(int parent);

    [[nodiscard]] bool hasNames() const { return m_names.areOf(m_state.catalog.get()); }
    [[nodiscard]] QString nameOf(const PendingRow& row) const;
    [[nodiscard]] QString titleOf(const Node& heading) const;

    PendingState m_state;
    ObjectNames m_names;
    std::vector<Node> m_nodes;
    std::vector<int> m_top;
    std::map<ObjectKey, int> m_nodeOfKey;
    QSet<ObjectKey> m_unticked;
};

/// Whether both list the same edits in the same order.
bool listsSameEdits(const PendingState& first, const PendingState& second);

} // namespace cadastre
