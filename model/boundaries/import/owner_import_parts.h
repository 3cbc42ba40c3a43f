// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the three forms of owner files are read into, and the steps of importOwners(). Only
// owner_import.cpp and the readers use it.
#pragma once

#include "model/boundaries/import/owner_import.h"

namespace cadastre {

/// One statement of a file: these objects belong to that owner.
struct OwnerStatement
{
    int line = 0;
    QString name;           ///< of a table, or a pattern
    QString owner;          ///< as written; empty: nobody
    bool exception = false; ///< not these ones

    bool operator==(const OwnerStatement&) const = default;
};

/// A file of owners, before any catalog is looked at.
struct OwnerSheet
{
    std::vector<OwnerStatement> statements; ///< in the order of the file
    bool lastCounts = false;                ///< of statements about one object; else the first
    /// What is said of an owner's boundary; members stay empty.
    std::map<QString, Boundary> described;
    QStringList notes;

    bool operator==(const OwnerSheet&) const = default;
};

Error ownerFileError(const QString& fileName, int line, const QString& what);

/// Rows of a table with a header.
Result<OwnerSheet> readOwnerTable(const QString& text, const QString& fileName);
/// Whether a first line is such a header.
bool isOwnerTableHeader(const QString& line);
/// Lines of a pattern and its owners.
Result<OwnerSheet> readCodeOwners(const QString& text, const QString& fileName);
/// `viewpoints:` of tbls.
Result<OwnerSheet> readTblsViewpoints(const QString& text, const QString& fileName);

OwnerImport applyOwnerSheet(const OwnerSheet& sheet, const Catalog& catalog,
                            const Boundaries& known);

} // namespace cadastre
