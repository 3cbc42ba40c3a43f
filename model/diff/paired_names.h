// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The old catalog under the names of the new one, so that both can be matched by name: sources and
// schemas that are each other's counterpart are called the same.
#pragma once

#include "model/diff/difference.h"

namespace cadastre {

struct PairedNames
{
    /// The old catalog, renamed; absent where nothing had to be.
    std::optional<Catalog> before;
    /// The new one, where its schemas were put into one; absent otherwise.
    std::optional<Catalog> after;
    /// All schemas of a side were put into its first one: the other engine has only one.
    bool isBeforeMerged = false;
    bool isAfterMerged = false;
    /// Schemas of the old catalog by the names of their counterparts, where they differ.
    QMap<QString, QString> schemas;
};

PairedNames pairedNames(const Catalog& before, const Catalog& after,
                        const QMap<QString, QString>& asked);

/// Whether identities of both mean the same: one database of one server, whoever connects.
bool isSameServer(const Source& before, const Source& after);

} // namespace cadastre
