// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CoverageBars: how much is documented, one bar with its figures for each group, least documented
// groups first where people sort so.
#pragma once

#include "model/worklist/coverage_text.h"

#include <QWidget>

class QComboBox;
class QTreeWidget;

namespace cadastre {

class CoverageBars : public QWidget
{
    Q_OBJECT
public:
    explicit CoverageBars(QWidget* parent = nullptr);

    void setGroups(const std::vector<CoverageGroup>& groups);
    /// By what the groups are made.
    [[nodiscard]] CoverageBy grouping() const;
    [[nodiscard]] QComboBox* choice() const { return m_choice; }
    [[nodiscard]] QTreeWidget* list() const { return m_list; }

Q_SIGNALS:
    void groupingChanged(cadastre::CoverageBy by);
    /// Its tables are to be shown; the name is empty for what belongs to none.
    void groupActivated(cadastre::CoverageBy by, const QString& name);

private:
    QComboBox* m_choice;
    QTreeWidget* m_list;
};

} // namespace cadastre
