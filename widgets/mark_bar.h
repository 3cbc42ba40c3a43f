// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The bar at the top of the window while a production database is open, or one that is marked as
// read only: a colour, and the word.
#pragma once

#include <QWidget>

#include <vector>

namespace cadastre {

class ElidedLabel;
class MarkLabel;

struct MarkedSource
{
    QString name;   ///< as the tree says it
    QString target; ///< "shop_prod on db.example.org"
    bool readOnly = false;
    bool production = false;
    QString productionReason; ///< "marked as production"

    bool operator==(const MarkedSource&) const = default;
};

class MarkBar : public QWidget
{
    Q_OBJECT
public:
    explicit MarkBar(QWidget* parent = nullptr);

    /// Hides the bar where none of them is marked.
    void setSources(const std::vector<MarkedSource>& sources);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    MarkLabel* m_production;
    MarkLabel* m_readOnly;
    ElidedLabel* m_names;
    bool m_isProduction = false;
};

} // namespace cadastre
