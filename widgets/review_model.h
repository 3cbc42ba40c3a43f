// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The lines of the review panel as an item model: groups, with their members below where there are
// several. Changes are told as rows that come and go, so that views keep their place.
#pragma once

#include "widgets/review_filter.h"

#include <QAbstractItemModel>

namespace cadastre {

class ReviewModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        QuietTextRole = Qt::UserRole + 1, ///< the second line
        ConfidenceRole,                   ///< double, 0..1; mean of a group
        OriginRole,                       ///< RelationshipOrigin as int; of a group when all agree
        CountRole,                        ///< members of a group; 1 for a single relationship
    };

    explicit ReviewModel(QObject* parent = nullptr);

    /// Shows another catalog, or what inference found now in the same one: then what is listed
    /// keeps its order.
    void setFacts(const ReviewFacts& facts);
    void setFilter(const ReviewFilter& filter);
    /// What a person decided a moment ago, until the next facts say the same.
    void setOrigins(const std::vector<std::pair<int, RelationshipOrigin>>& origins);

    [[nodiscard]] const ReviewFacts& facts() const { return m_facts; }
    [[nodiscard]] const ReviewFilter& filter() const { return m_filter; }
    [[nodiscard]] const ReviewCounts& counts() const { return m_counts; }
    /// Of those that the letters and the verdict of the filter let through.
    [[nodiscard]] const ReviewCounts& listedCounts() const { return m_listed; }
    [[nodiscard]] RelationshipOrigin originOf(int relationship) const;
    [[nodiscard]] const Relationship& relationship(int index) const;

    /// The relationships of a line: one, or those of a group that are listed.
    [[nodiscard]] std::vector<int> membersOf(const QModelIndex& index) const;
    [[nodiscard]] bool isGroup(const QModelIndex& index) const;
    /// A name of the line that survives setFacts() of the same catalog.
    [[nodiscard]] QString keyOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QString& key) const;
    /// The index of a relationship of the same catalog, by child columns and target.
    [[nodiscard]] std::optional<int> placeOf(const Relationship& relationship) const;
    /// The line of a relationship; of its group when it stands alone in it.
    [[nodiscard]] QModelIndex indexOfRelationship(int relationship) const;
    /// The first line after `index` (before it, when there is none) that has something to decide;
    /// a group counts as one line, its members are reached from a member only.
    [[nodiscard]] QModelIndex nextToDecide(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Node
    {
        int row = 0;
        ReviewLine line;
        std::vector<int> children; ///< the members, as rows; empty when there is only one
        QStringList childKeys;     ///< parallel

        [[nodiscard]] int childCount() const { return static_cast<int>(children.size()); }
    };
    using Nodes = std::vector<std::unique_ptr<Node>>;

    void showLines();
    void replaceLines(std::vector<ReviewLine> lines);
    bool changeLines(const std::vector<ReviewLine>& lines);
    void changeMembers(Node& node, const ReviewLine& line);
    /// Lets the lines name the same relationships among the new ones; false when one is gone.
    bool followRelationships(const QStringList& keysBefore);
    void renumber();
    [[nodiscard]] std::unique_ptr<Node> nodeOf(ReviewLine line) const;
    [[nodiscard]] bool hasToDecide(const QModelIndex& index) const;
    [[nodiscard]] QString titleOf(const QModelIndex& index) const;
    [[nodiscard]] QString quietTextOf(const QModelIndex& index) const;
    [[nodiscard]] QString accessibleTextOf(const QModelIndex& index) const;
    [[nodiscard]] QString toolTipOf(const QModelIndex& index) const;
    [[nodiscard]] double confidenceOf(const QModelIndex& index) const;
    [[nodiscard]] RelationshipOrigin commonOrigin(const QModelIndex& index) const;

    ReviewFacts m_facts;
    ReviewFilter m_filter;
    ReviewCounts m_counts;
    ReviewCounts m_listed;
    std::vector<RelationshipOrigin> m_origins; ///< parallel to the relationships
    QStringList m_keys;                        ///< parallel to the relationships
    std::vector<ReviewGroup> m_groups;
    Nodes m_nodes;
};

/// "to decide", "confirmed", ...
QString originText(RelationshipOrigin origin);

} // namespace cadastre
