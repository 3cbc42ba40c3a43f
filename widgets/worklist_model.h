// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WorklistModel: the entries of the worklist as rows, filtered by words and kind.
#pragma once

#include "model/notes/object_names.h"
#include "widgets/worklist_state.h"

#include <QAbstractListModel>

namespace cadastre {

enum class WorklistFilterKind : std::uint8_t { All, Undocumented, NoLongerTrue, Tables, Columns };

struct WorklistFilter
{
    WorklistFilterKind kind = WorklistFilterKind::All;
    QString text; ///< letters of the name or the reason

    bool operator==(const WorklistFilter&) const = default;
};

class WorklistModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ReasonRole = Qt::UserRole + 1, ProblemRole };

    using QAbstractListModel::QAbstractListModel;

    void setState(WorklistStatePointer state);
    void setFilter(const WorklistFilter& filter);
    /// By which names objects are shown; of another catalog: by their real ones.
    void setNames(const ObjectNames& names);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] const WorklistStatePointer& state() const { return m_state; }
    [[nodiscard]] const WorklistEntry& entry(int row) const;
    /// The row of the same object and problem, also of an older state; -1 for none.
    [[nodiscard]] int rowOf(const ObjectKey& key, std::optional<CommentProblemKind> problem) const;
    /// The first row of this object; -1 for none.
    [[nodiscard]] int rowOf(const ObjectKey& key) const;
    [[nodiscard]] ObjectKey keyAt(int row) const;

private:
    void fill();
    [[nodiscard]] bool isShown(const WorklistEntry& entry) const;
    [[nodiscard]] QString nameOf(const WorklistEntry& entry) const;
    [[nodiscard]] QString toolTipOf(const WorklistEntry& entry) const;

    WorklistStatePointer m_state = std::make_shared<const WorklistState>();
    ObjectNames m_names;
    WorklistFilter m_filter;
    std::vector<int> m_rows; ///< positions in the state's entries
};

} // namespace cadastre
