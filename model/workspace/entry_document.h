// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// EntryDocument: a JSON file of sections, each a map with one entry per line, so that people, diff
// and merge tools see entries. Values keep their bytes: what a newer version or another program
// wrote is carried through untouched. What sections mean lives in workspace.h.
#pragma once

#include "model/result.h"

#include <QByteArray>

#include <map>
#include <vector>

namespace cadastre {

/// Raw JSON text of a value by UTF-8 name; byte order of UTF-8 is code point order.
using RawEntries = std::map<QByteArray, QByteArray>;

struct EntryDocument
{
    std::map<QByteArray, RawEntries> sections; ///< top-level members that are objects
    RawEntries values;                         ///< all other top-level members

    bool operator==(const EntryDocument&) const = default;
};

/// Reads the text. Fails with one sentence with `fileName` and the line: merge markers, no JSON, a
/// name that stands twice.
Result<EntryDocument> parseEntryDocument(const QByteArray& text, const QString& fileName);

/// `first` members stand first, in that order; the rest is sorted. Ends with a newline.
QByteArray printEntryDocument(const EntryDocument& document, const std::vector<QByteArray>& first);

/// The members of one JSON object with their raw values; empty when `object` is none.
RawEntries rawMembers(const QByteArray& object);
/// One line of JSON, members sorted.
QByteArray printMembers(const RawEntries& members);

/// A name of an entry or section that was changed differently on both sides.
struct EntryCollision
{
    QByteArray section; ///< empty for a top-level value
    QByteArray entry;

    bool operator==(const EntryCollision&) const = default;
};

struct EntryMerge
{
    EntryDocument document; ///< collisions have `mine`
    std::vector<EntryCollision> collisions;
};

/// Three-way merge by entry: what only one side changed (or removed) wins; equal changes agree.
EntryMerge mergeEntryDocuments(const EntryDocument& base, const EntryDocument& mine,
                               const EntryDocument& theirs);

} // namespace cadastre
