// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Pairing: which object of the new catalog is which of the old one, for a comparison of any two
// databases: matchCatalogs() with schemas of other names, other servers and unnamed constraints
// taken into account. What differs between the two of a pair is not looked at here.
#pragma once

#include "model/catalog/containment.h"
#include "model/diff/difference.h"

#include <array>

namespace cadastre {

struct PairedNames;

class Pairing
{
public:
    Pairing(const Catalog& before, const Catalog& after, const DifferenceOptions& options);

    [[nodiscard]] std::optional<ObjectRef> afterOf(ObjectRef before) const;
    [[nodiscard]] std::optional<ObjectRef> beforeOf(ObjectRef after) const;
    /// Why the old object, which is called otherwise now, is the same; absent where the name is the
    /// same, or is another one only because its schema was paired by name.
    [[nodiscard]] std::optional<MatchReason> renamed(ObjectRef before) const;
    /// Whether both sides of the pair speak the same dialect: their words can be compared.
    [[nodiscard]] bool speakTheSame(ObjectRef before) const;
    /// The old text with the names of paired schemas as they are called now.
    [[nodiscard]] QString withNewSchemaNames(const QString& text) const;

private:
    void take(const CatalogMatch& match, const Catalog& before, const Catalog& after,
              const DifferenceOptions& options);
    void pairMergedSchemas(const CatalogMatch& match, const PairedNames& names);
    void pair(ObjectRef before, ObjectRef after, std::optional<MatchReason> renamed);
    void pairUnnamed(ObjectKind kind);

    template <typename Value> using PerKind = std::array<std::vector<Value>, objectKinds.size()>;
    static constexpr int unpaired = -1;

    const Catalog& m_before;
    const Catalog& m_after;
    PerKind<int> m_forward;
    PerKind<int> m_backward;
    QHash<ObjectRef, MatchReason> m_renamed;
    QMap<QString, QString> m_schemaNames;
};

} // namespace cadastre
