// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Catalogs of any size for tests and benchmarks, made in memory: modules of related tables,
// scale-free references, several schemas, views, comments. The same options give the same value on
// every machine.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre::test {

struct SyntheticOptions
{
    int tables = 1000; ///< views included
    int schemas = 0;   ///< 0: one up to 100 tables, then one per 250, at most 12
    double referencesPerTable = 1.5;
    double isolatedShare = 0.04; ///< tables without any reference
    double viewShare = 0.04;
    double commentShare = 0.3;
    double wideShare = 0.01; ///< tables of more than 40 columns
    quint32 seed = 20140301;
};

/// The part of one source ("synthetic"), in canonical order.
SourceCatalog syntheticSource(const SyntheticOptions& options);

/// The same as a whole catalog of one source.
std::shared_ptr<const Catalog> syntheticCatalog(const SyntheticOptions& options);
std::shared_ptr<const Catalog> syntheticCatalog(int tables);

} // namespace cadastre::test
