// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The options of `cadastre relations`, checked before anything is opened.
#pragma once

#include "app/cli/arguments.h"
#include "model/export/relation_formats.h"

namespace cadastre {

enum class RelationsSelection : std::uint8_t {
    Declared, ///< only foreign keys
    Inferred, ///< everything that nobody declared, decided or not
    Decided,  ///< only what a person confirmed or added
    All,
};

struct RelationsOptions
{
    RelationFormat format;
    QString file; ///< "-" for standard output
    RelationsSelection selection = RelationsSelection::All;
    double minimumConfidence = 0.5;
    QString sqlFolder; ///< empty: none
    bool verify = false;
    bool statistics = false;
    bool statements = false;
    bool summary = false; ///< one page of Markdown instead of the list

    /// Whether anything has to be inferred at all.
    [[nodiscard]] bool wantsInferred() const { return selection != RelationsSelection::Declared; }
};

const std::vector<OptionSpec>& relationsOptionSpecs();

/// Fails with one sentence for what is wrong or does not go together.
Result<RelationsOptions> relationsOptionsOf(const Arguments& arguments);

/// Whether it belongs to the selection and, inferred, is certain enough.
bool isSelected(const Relationship& relationship, const RelationsOptions& options);
std::vector<Relationship> selectedRelationships(std::vector<Relationship> relationships,
                                                const RelationsOptions& options);

} // namespace cadastre
