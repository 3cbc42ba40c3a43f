// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edits as PostgreSQL's writer wants them: statement, identity of the object, texts as bytes, in
// the one order that every Cadastre holds objects in. What cannot be sent is settled here, without
// a database.
#pragma once

#include "model/sql/write/write_ledger.h"

namespace cadastre::postgresql {

struct PreparedComment
{
    std::size_t edit = 0; ///< index into the request's edits
    ServerIdentity identity;
    QByteArray before;
    QByteArray after;
    QByteArray statement;
    PlannedComment planned;
};

struct Preparation
{
    std::vector<PreparedComment> comments; ///< by identity
    std::vector<std::pair<std::size_t, Settlement>> settled;
};

Preparation prepareComments(const CommentWriteRequest& request);

/// COMMENT ON for an object, as the comment file has it; `IS NULL` for the empty text. Fails with a
/// sentence for what carries no comment, and for text or names that no statement can hold.
Result<QString> commentStatement(const Catalog& catalog, ObjectRef object, const QString& text);

/// The plan of one edit; one with a refusal where it cannot be sent.
PlannedComment planComment(const Catalog& catalog, const CommentEdit& edit);

/// Who may comment on an object: "its owner, shop_owner, or a superuser".
QString whoMayComment(const Catalog& catalog, ObjectRef object);

} // namespace cadastre::postgresql
