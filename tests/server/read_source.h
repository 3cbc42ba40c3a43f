// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading a test database through the program's own front door, and looking into what came back.
#pragma once

#include "model/catalog/catalog.h"
#include "model/sql/source_reader.h"

#include <functional>

namespace cadastre::test {

struct ReadRequest
{
    QString url;
    QString password;
    ReadOptions options;
    std::function<void(const ReadProgress&, ReadControl&)> onProgress; ///< may be empty
};

/// readSource() with everything that can be said about it.
Result<ReadResult> readFrom(const ReadRequest& request);

/// The catalog of a result, for lookups.
Catalog catalogOf(const ReadResult& result);

/// The report of a kind as text: "read", or "partly read: reason | missing; missing".
QString kindText(const ReadResult& result, CatalogKind kind);

/// All kinds that were not fully read, one per line.
QString unreadKinds(const ReadResult& result);

/// The table of that name ("schema.name"); null when there is none.
const Table* findTable(const Catalog& catalog, const QString& name);

/// An error's sentence and detail in one text, for messages of QVERIFY2.
QString errorText(const Error& error);

} // namespace cadastre::test
