// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Single entries of the boundaries document as JSON members and back. Which section they stand in
// and under what name is decided in boundary_section.cpp.
#pragma once

#include "model/boundaries/boundaries.h"
#include "model/workspace/entry_document.h"

namespace cadastre {

// Each reader is absent for text of another form: a word that this version does not know, a member
// of another type. Each printer gives the members; an empty value means that there is none.

std::optional<Boundary> boundaryFromJson(const QByteArray& text);
RawEntries boundaryMembers(const Boundary& boundary);

std::optional<ExposureEntry> exposureFromJson(const QByteArray& text);
RawEntries exposureMembers(const ExposureEntry& entry);

std::optional<Rule> ruleFromJson(const QByteArray& text);
RawEntries ruleMembers(const Rule& rule);

std::optional<CrossingDecision> crossingDecisionFromJson(const QByteArray& text);
RawEntries crossingDecisionMembers(const CrossingDecision& decision);

std::optional<Flow> flowFromJson(const QByteArray& text);
RawEntries flowMembers(const Flow& flow);

} // namespace cadastre
