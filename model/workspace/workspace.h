// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Workspace: what a person keeps about databases: which sources belong together, where tables were
// put, what is hidden, saved views, what was decided about relationships; as a value and as the
// text of NAME.cadastre. Files and their locks live beside it.
#pragma once

#include "model/boundaries/boundaries.h"
#include "model/notes/conventions.h"
#include "model/relations/decisions.h"
#include "model/workspace/entry_document.h"
#include "model/workspace/saved_view.h"

#include <QStringList>

namespace cadastre {

/// A source of a workspace: what to open, and what to read of it.
struct WorkspaceSource
{
    QString database;        ///< URL without password, or path, relative to the workspace's folder
    QStringList schemas;     ///< patterns; empty for all
    QStringList tables;      ///< patterns; empty for all
    bool readOnly = false;   ///< no write connection is ever opened
    bool production = false; ///< marked, and asks before writing
    QString ssh = {};        ///< the host of OpenSSH that the way leads through; empty for none

    bool operator==(const WorkspaceSource&) const = default;
};

struct Workspace
{
    std::map<QString, WorkspaceSource> sources; ///< by source name
    Placements placements;
    Decisions decisions;
    Boundaries boundaries;
    Conventions conventions;
    ViewDocument views;
    /// As it was read: what this version does not know is written back from here, byte for byte.
    EntryDocument document;
};

/// The version of the format that is written; newer ones are refused.
constexpr int workspaceVersion = 1;

/// Fails with one sentence that names `fileName` and, where it helps, the line or entry: not a
/// workspace, newer version, merge markers, a password in a URL is the address parser's to find.
Result<Workspace> workspaceFromText(const QByteArray& text, const QString& fileName);

/// The document that the workspace is now: one entry per line, sorted.
EntryDocument workspaceDocument(const Workspace& workspace);
QByteArray workspaceText(const Workspace& workspace);
/// The same for a document that was merged.
QByteArray workspaceText(const EntryDocument& document);

} // namespace cadastre
