// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Snapshots: the catalog of one source as a text file that opens wherever a database opens and that
// a version control system can compare. One JSON object per line, sorted by object key; absent
// means null or default. No secrets, no row values, no time unless asked for.
#pragma once

#include "model/catalog/catalog_objects.h"
#include "model/result.h"

#include <QByteArray>

class QIODevice;

namespace cadastre {

struct SnapshotOptions
{
    QString stamp; ///< time to note, ISO 8601 UTC; empty for none
};

/// The text of NAME.catalog.json: UTF-8, LF. Same facts, same bytes.
QByteArray snapshotText(const SourceCatalog& catalog, const SnapshotOptions& options = {});

/// The version of the format that is written; newer ones are refused.
constexpr int snapshotVersion = 1;

/// Reads a snapshot line by line; the device must be open and seekable. Fails with one sentence
/// that names `fileName` and the line: not a snapshot, newer version, truncated, garbled.
Result<SourceCatalog> readSnapshot(QIODevice& device, const QString& fileName);

/// As above, of a file.
Result<SourceCatalog> readSnapshotFile(const QString& path);

} // namespace cadastre
