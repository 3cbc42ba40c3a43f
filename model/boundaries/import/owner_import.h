// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Owners from elsewhere: CSV or TSV of table and owner, CODEOWNERS-like patterns, viewpoints of
// tbls; read into boundaries. Reading the file itself is done by who calls.
#pragma once

#include "model/boundaries/boundaries.h"
#include "model/catalog/catalog.h"

namespace cadastre {

enum class OwnerFormat : std::uint8_t { Table, CodeOwners, TblsViewpoints };

struct OwnerImport
{
    Boundaries boundaries; ///< what was there, with what the file says on top
    QStringList notes; ///< a sentence each: names that match nothing, lines left out, two owners
    int members = 0;   ///< objects or patterns that got an owner

    bool operator==(const OwnerImport&) const = default;
};

/// Told by the content: a header `table<TAB or comma or semicolon>owner`, YAML with `viewpoints:`,
/// else lines of pattern and owners.
std::optional<OwnerFormat> ownerFormatOf(const QByteArray& text);

/// Puts what the text says over `known`: an object that the text names leaves the boundary that
/// named it before. The table form knows the columns table, owner, team, kind, parent, contact;
/// others are named in a note. Fails with one sentence and the line for text that is none of the
/// forms.
Result<OwnerImport> importOwners(const QByteArray& text, const Catalog& catalog,
                                 const Boundaries& known, const QString& fileName);

} // namespace cadastre
