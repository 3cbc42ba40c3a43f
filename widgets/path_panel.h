// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// "How do these join": which tables, the ways between them, what to know of the chosen one, and its
// SELECT. Values in, signals out: who finds the ways is not known here.
#pragma once

#include "model/paths/find_paths.h"
#include "model/paths/join_facts.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QListView;
class QStackedWidget;
class QVBoxLayout;

namespace cadastre {

class EmptyState;
class PathListModel;
class PathSqlView;
class PathTableFields;

class PathPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PathPanel(QWidget* parent = nullptr);

    /// Another catalog, or null for none. With `keepNames` what stands in the fields is asked for
    /// again, else they are emptied.
    void setCatalog(const std::shared_ptr<const Catalog>& catalog, bool keepNames);
    /// Fills the fields and asks; of one table the other field is waited for.
    void askFor(const std::vector<TableId>& tables);
    /// Asks again what was asked last.
    void askAgain();
    void setBusy(bool busy);
    void setAnswer(const JoinFactsPointer& facts, const PathAnswer& answer);

    [[nodiscard]] PathTableFields* fields() const { return m_fields; }
    [[nodiscard]] PathSqlView* sqlView() const { return m_sql; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] PathListModel* model() const { return m_model; }
    [[nodiscard]] QDoubleSpinBox* confidence() const { return m_confidence; }
    [[nodiscard]] QCheckBox* audit() const { return m_audit; }
    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }
    /// What stands below the fields: what is wrong with a name, or how many ways there are.
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString notesText() const;
    /// Null while none is chosen.
    [[nodiscard]] const JoinPath* currentPath() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    /// Two tables or more are named.
    void asked(const cadastre::PathQuestion& question);
    /// Nothing is asked any more.
    void unasked();
    /// Another way is chosen; none where currentPath() is null.
    void pathChosen();
    /// Escape: away from here.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setUpOptions(QVBoxLayout* layout);
    void setUpList();
    void ask();
    void showCurrent();
    void showTeaching();
    void showNone(const NoPath& none);
    void answerEmptyState();

    std::shared_ptr<const Catalog> m_catalog;
    JoinFactsPointer m_facts;
    std::optional<PathQuestion> m_question;
    std::optional<double> m_offeredConfidence;
    bool m_busy = false;
    PathTableFields* m_fields;
    QDoubleSpinBox* m_confidence;
    QCheckBox* m_audit;
    QLabel* m_status;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    PathListModel* m_model;
    QListView* m_list;
    QLabel* m_notes;
    PathSqlView* m_sql;
};

} // namespace cadastre
