// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the colours of the diagram mean at the moment: a small sheet in the corner of the canvas,
// which a click folds to its title.
#pragma once

#include "diagram/lens.h"

#include <QFrame>

namespace cadastre {

class LensLegend : public QFrame
{
    Q_OBJECT
public:
    /// Stands in the lower left corner of `canvas`.
    explicit LensLegend(QWidget* canvas);

    /// An empty legend hides the sheet.
    void setLegend(const QString& title, std::vector<LegendEntry> entries, bool dark);
    [[nodiscard]] int entryCount() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] bool isFolded() const { return m_folded || m_yields; }
    void setFolded(bool folded);
    /// Folds until a person opens it: something that was asked for lies below it.
    void giveWay();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// By a person.
    void foldedChanged(bool folded);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    [[nodiscard]] int shownEntries() const;

    QString m_title;
    std::vector<LegendEntry> m_entries;
    bool m_dark = false;
    bool m_folded = false; ///< by a person
    bool m_yields = false;
};

} // namespace cadastre
