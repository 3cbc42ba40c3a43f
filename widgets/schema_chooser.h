// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which schemas of a database are to be read, asked before reading when there are many.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace cadastre {

class SchemaChooser : public QWidget
{
    Q_OBJECT
public:
    explicit SchemaChooser(QWidget* parent = nullptr);

    /// All are chosen at first.
    void setSchemas(const QStringList& schemas);
    /// The chosen ones; empty when all are.
    [[nodiscard]] QStringList chosen() const;
    [[nodiscard]] bool isAnyChosen() const;
    [[nodiscard]] QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void changed();

private:
    void applyFilter();
    void checkVisible(Qt::CheckState state);
    void countChosen();

    QLineEdit* m_filter = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_count = nullptr;
};

} // namespace cadastre
