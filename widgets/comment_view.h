// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the editor of comments is given: one object's comment as it reads, where it stands, what may
// be done with it, and what its notes may say. Values only; who makes them lives in app/.
#pragma once

#include "model/notes/comment_home.h"
#include "model/notes/commented_catalog.h"

#include <functional>

namespace cadastre {

/// What values of notes are completed from.
struct NoteChoices
{
    QStringList owners;
    QStringList conventions;
    QStringList references; ///< "customers(id)"
    QStringList sources;
    /// "customers(id)", "customers(email)": of the table that was typed.
    std::function<QStringList(const QString& table)> columnsOf;
};

struct CommentView
{
    ObjectKey key;
    QString title;  ///< as people read it
    QString text;   ///< with what is staged
    QString before; ///< what the staged edit replaces; the text itself where nothing is staged
    QString inCreateText; ///< words of the CREATE text; seen where `before` is empty
    std::optional<StageState> staged; ///< absent: nothing is staged
    QString theirs;                   ///< what the database holds where somebody changed it
    CommentHome home;
    QString readOnly; ///< why it cannot be edited; empty where it can
    QString problem;  ///< why `text` could not be kept yet; empty where it is
    bool isColumn = false;
    QStringList values; ///< that the object can have, of CHECK or enum: for @values
    std::shared_ptr<const NoteChoices> choices;
    /// Notes that follow from the catalog, one tag line each; empty for none.
    QString suggestion;
};

} // namespace cadastre
