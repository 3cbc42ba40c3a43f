// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/comment_bulk_flow.h"

#include <QAction>

namespace cadastre {

namespace {

QString inComments(std::size_t count)
{
    return CommentBulkFlow::tr("%Ln comments", nullptr, static_cast<int>(count));
}

void bringUp(QWidget* dialog)
{
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace

void showProposals(BulkDialog* dialog, const CommentFlow& comments,
                   const std::shared_ptr<const Catalog>& catalog, Result<BulkList> list)
{
    if (dialog == nullptr || comments.commented().catalog() != catalog)
        return;
    if (!list)
        return dialog->setProblem(list.error().message);
    QHash<SourceId, QString> reasons;
    for (BulkProposal& proposal : list->proposals) {
        const SourceId source = catalog->sourceOf(proposal.object);
        if (!reasons.contains(source))
            reasons.insert(source, comments.cannotStage(source));
        if (reasons.value(source).isEmpty())
            continue;
        proposal.possible = false;
        leaveOut(proposal, reasons.value(source));
    }
    dialog->setList(catalog, std::move(*list));
}

void stageProposals(BulkDialog* dialog, CommentFlow* comments,
                    const std::vector<CommentEdit>& edits, const QString& name)
{
    const Result<Nothing> staged = comments->stage(edits, name);
    if (staged)
        dialog->accept();
    else
        dialog->setFailure(staged.error().message);
}

CommentBulkFlow::CommentBulkFlow(QWidget* window, CommentFlow* comments, OpenSources* sources,
                                 Settings* settings)
    : QObject(window)
    , m_window(window)
    , m_comments(comments)
    , m_import(new CommentImportFlow(window, comments, sources, settings, this))
{
    connect(comments, &CommentFlow::stagedChanged, this, &CommentBulkFlow::refresh);
}

void CommentBulkFlow::connectActions(const CommentActions& actions,
                                     const DiagramController* diagram)
{
    m_actions = {actions.sameComment, actions.replace, actions.import};
    connect(actions.sameComment, &QAction::triggered, this, [this, diagram] {
        const auto object = diagram->selected();
        const bool isColumn = object && object->kind == ObjectKind::Column;
        openSameComment(isColumn ? std::optional(ColumnId{object->index}) : std::nullopt);
    });
    connect(actions.replace, &QAction::triggered, this, &CommentBulkFlow::openReplace);
    connect(actions.import, &QAction::triggered, this, &CommentBulkFlow::openImport);
    updateActions();
}

void CommentBulkFlow::updateActions()
{
    const auto& catalog = m_comments->commented().catalog();
    for (QAction* action : m_actions)
        action->setEnabled(catalog != nullptr && !catalog->isEmpty());
}

void CommentBulkFlow::openSameComment(std::optional<ColumnId> column)
{
    m_column = column;
    if (!m_same) {
        m_same = new SameCommentDialog(m_window);
        connect(m_same, &SameCommentDialog::proposalsRequested, this, &CommentBulkFlow::findSame);
        connect(m_same, &BulkDialog::stageRequested, this,
                [this](const std::vector<CommentEdit>& edits) {
                    stageProposals(m_same, m_comments, edits,
                                   tr("same comment in %1").arg(inComments(edits.size())));
                });
    }
    bringUp(m_same);
    findGroups();
}

void CommentBulkFlow::openReplace()
{
    if (!m_replace) {
        m_replace = new ReplaceCommentsDialog(m_window);
        connect(m_replace, &ReplaceCommentsDialog::searchRequested, this,
                &CommentBulkFlow::findMatches);
        connect(m_replace, &BulkDialog::stageRequested, this,
                [this](const std::vector<CommentEdit>& edits) {
                    stageProposals(m_replace, m_comments, edits,
                                   tr("replace in %1").arg(inComments(edits.size())));
                });
    }
    bringUp(m_replace);
}

void CommentBulkFlow::refresh()
{
    updateActions();
    if (m_same && m_same->isVisible())
        findGroups();
    if (m_replace && m_replace->isVisible())
        m_replace->ask();
    m_import->refresh();
}

void CommentBulkFlow::findGroups()
{
    m_sameJob.cancel();
    m_same->setBusy(tr("Comparing names of columns…"));
    const CommentedCatalog commented = m_comments->commented();
    m_groupsJob.start(
        [commented](const std::atomic_bool&) {
            return commented.catalog() != nullptr ? sameNamedColumns(commented)
                                                  : std::vector<SameNamedColumns>();
        },
        [this, commented](std::vector<SameNamedColumns> groups) {
            const bool isPresent = m_comments->commented().catalog() == commented.catalog();
            if (!m_same || !isPresent)
                return;
            m_same->setGroups(commented, std::move(groups));
            if (const auto column = std::exchange(m_column, std::nullopt))
                m_same->choose(*column);
        });
}

void CommentBulkFlow::findSame(const SameNamedColumns& group, ColumnId like, const QString& text)
{
    m_same->setBusy(tr("Comparing columns…"));
    const CommentedCatalog commented = m_comments->commented();
    m_sameJob.start(
        [commented, group, like, text](const std::atomic_bool&) -> Result<BulkList> {
            return sameComment(commented, group, like, text);
        },
        [this, catalog = commented.catalog()](Result<BulkList> list) {
            showProposals(m_same, *m_comments, catalog, std::move(list));
        });
}

void CommentBulkFlow::findMatches(const CommentSearch& search)
{
    m_replace->setBusy(tr("Searching…"));
    const CommentedCatalog commented = m_comments->commented();
    m_replaceJob.start(
        [commented, search](const std::atomic_bool& cancelled) {
            return replaceInComments(commented, search, cancelled);
        },
        [this, catalog = commented.catalog()](Result<BulkList> list) {
            showProposals(m_replace, *m_comments, catalog, std::move(list));
        });
}

} // namespace cadastre
