// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// KeysDialog: every key and gesture in groups, with a field that finds one. What stands in it is
// gathered by the window from its own actions.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace cadastre {

struct KeyLine
{
    QString keys;    ///< "Ctrl+K", "Drag the background"
    QString meaning; ///< "Search"
    QString detail = {};

    bool operator==(const KeyLine&) const = default;
};

struct KeyGroup
{
    QString title;
    std::vector<KeyLine> lines;
};

class KeysDialog : public QDialog
{
    Q_OBJECT
public:
    explicit KeysDialog(const std::vector<KeyGroup>& groups, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* filter() const { return m_filter; }
    [[nodiscard]] QTreeWidget* list() const { return m_list; }
    /// Says that nothing has all of the words.
    [[nodiscard]] QLabel* nothing() const { return m_nothing; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const std::vector<KeyGroup>& groups);
    void showMatching(const QString& words);
    void fitColumns();
    [[nodiscard]] QTreeWidgetItem* firstShown() const;

    QLineEdit* m_filter;
    QTreeWidget* m_list;
    QLabel* m_nothing;
};

} // namespace cadastre
