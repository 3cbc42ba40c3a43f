// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/offline_plan.h"

#include "model/sql/write/postgresql/prepared_comments.h"

#include <QCoreApplication>

namespace cadastre {

namespace {

struct OfflineTexts
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::OfflineTexts)
};

QString whyNotOffline(const Catalog& catalog, SourceId source, const CommentEdit& edit)
{
    if (!catalog.find(edit.key))
        return OfflineTexts::tr("There is no %1 in the snapshot.").arg(edit.key.toString());
    switch (catalog.source(source).engine) {
    case Engine::PostgreSql:
        return {};
    case Engine::Sqlite:
        return OfflineTexts::tr("SQLite keeps no comments: export a comment file instead.");
    case Engine::MariaDb:
    case Engine::MySql:
        return OfflineTexts::tr("Only the server knows the whole line of the column: open the "
                                "database itself to export a migration.");
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<PlannedComment> offlinePlan(const Catalog& catalog, SourceId source,
                                        const std::vector<CommentEdit>& edits)
{
    std::vector<PlannedComment> plan;
    plan.reserve(edits.size());
    for (const CommentEdit& edit : edits) {
        const QString refusal = whyNotOffline(catalog, source, edit);
        plan.push_back(refusal.isEmpty()
                           ? postgresql::planComment(catalog, edit)
                           : PlannedComment{edit, CommentPlace::None, {}, {}, refusal, {}});
    }
    return plan;
}

} // namespace cadastre
