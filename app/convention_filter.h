// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ConventionFilter: the diagram with only the tables of one naming convention standing out, all
// others faded, until a button in the status bar is clicked. Which tables those are is the
// worklist's.
#pragma once

#include <QObject>

#include <optional>

class QMainWindow;
class QToolButton;

namespace cadastre {

class Canvas;
class WorklistDesk;

class ConventionFilter : public QObject
{
    Q_OBJECT
public:
    ConventionFilter(QMainWindow* window, Canvas* canvas, const WorklistDesk* worklist);

    /// An empty name: tables that follow none.
    void show(const QString& convention);
    void clear();
    /// The same convention in other facts; once the diagram has them.
    void refresh();

    [[nodiscard]] const std::optional<QString>& convention() const { return m_convention; }
    /// Takes the filter away; in the status bar, shown while there is one.
    [[nodiscard]] QToolButton* button() const { return m_button; }

private:
    Canvas* m_canvas;
    const WorklistDesk* m_worklist;
    QToolButton* m_button;
    std::optional<QString> m_convention;
};

} // namespace cadastre
