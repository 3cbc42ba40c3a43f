// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The frame of all dialogs that change many comments: a head that asks for something, the list of
// proposals, and one button that stages what is ticked. Applies nothing.
#pragma once

#include "widgets/bulk_list.h"

#include <QDialog>

class QProgressBar;
class QVBoxLayout;

namespace cadastre {

class BulkDialog : public QDialog
{
    Q_OBJECT
public:
    BulkDialog(const QString& title, const QString& help, QWidget* parent);

    /// Proposals are there.
    void setList(std::shared_ptr<const Catalog> catalog, BulkList list);
    /// There are none, because of this.
    void setProblem(const QString& sentence);
    /// Staging failed; the list stays.
    void setFailure(const QString& sentence) { showProblem(sentence); }
    /// There are none yet: what to do first.
    void setHint(const QString& sentence);
    /// Something is looked for or read.
    void setBusy(const QString& what);
    /// Why nothing can be staged for the source; empty where it can.
    void setCannotStage(const QString& why);

    [[nodiscard]] BulkListView* list() const { return m_list; }
    [[nodiscard]] QPushButton* stageButton() const { return m_stage; }
    [[nodiscard]] QString problemText() const;

Q_SIGNALS:
    /// One step: "Replace in 12 comments" is the caller's to say.
    void stageRequested(const std::vector<cadastre::CommentEdit>& edits);

protected:
    [[nodiscard]] QVBoxLayout* head() const { return m_head; }
    /// Enter in a field asks again and never stages; Ctrl+Enter stages.
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void setUpFoot();
    void showStage();
    void showProblem(const QString& sentence);

    QVBoxLayout* m_head;
    BulkListView* m_list;
    QLabel* m_problem;
    QProgressBar* m_busy;
    QPushButton* m_stage = nullptr;
    QString m_cannotStage;
};

} // namespace cadastre
