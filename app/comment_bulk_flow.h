// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CommentBulkFlow: the dialogs that change many comments at once; finding what would change off the
// UI thread, and staging what was ticked as one step. Where imported comments come from is
// CommentImportFlow's.
#pragma once

#include "app/comment_actions.h"
#include "app/comment_flow.h"
#include "app/comment_import_flow.h"
#include "app/diagram_controller.h"
#include "widgets/replace_comments_dialog.h"
#include "widgets/same_comment_dialog.h"

class QAction;

namespace cadastre {

class CommentBulkFlow : public QObject
{
    Q_OBJECT
public:
    CommentBulkFlow(QWidget* window, CommentFlow* comments, OpenSources* sources,
                    Settings* settings);

    /// Lets the actions of the menu open the dialogs, where there is something open.
    void connectActions(const CommentActions& actions, const DiagramController* diagram);

    /// With this column's name chosen, where one is given.
    void openSameComment(std::optional<ColumnId> column = std::nullopt);
    void openReplace();
    void openImport() { m_import->open(); }

    [[nodiscard]] SameCommentDialog* sameDialog() const { return m_same; }
    [[nodiscard]] ReplaceCommentsDialog* replaceDialog() const { return m_replace; }
    [[nodiscard]] CommentImportFlow* import() const { return m_import; }

private:
    /// The catalog or what is staged is another: what is shown is found anew.
    void refresh();
    void updateActions();
    void findGroups();
    void findSame(const SameNamedColumns& group, ColumnId like, const QString& text);
    void findMatches(const CommentSearch& search);

    QWidget* m_window;
    CommentFlow* m_comments;
    CommentImportFlow* m_import;
    QPointer<SameCommentDialog> m_same;
    QPointer<ReplaceCommentsDialog> m_replace;
    QList<QAction*> m_actions;
    std::optional<ColumnId> m_column; ///< to be chosen when the names are there
    NewestJob<std::vector<SameNamedColumns>> m_groupsJob;
    NewestJob<Result<BulkList>> m_sameJob;
    NewestJob<Result<BulkList>> m_replaceJob;
};

/// Shows proposals that were made for this catalog, unless another is open by now.
void showProposals(BulkDialog* dialog, const CommentFlow& comments,
                   const std::shared_ptr<const Catalog>& catalog, Result<BulkList> list);

/// Stages what was ticked, as one step; closes the dialog, or says in it why not.
void stageProposals(BulkDialog* dialog, CommentFlow* comments,
                    const std::vector<CommentEdit>& edits, const QString& name);

} // namespace cadastre
