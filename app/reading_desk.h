// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ReadingDesk: tells all panels what is being read, or why nothing was.
#pragma once

#include "app/desk.h"

namespace cadastre {

class ReadingDesk : public Desk
{
    Q_OBJECT
public:
    ReadingDesk(const DeskParts& parts, QObject* parent);
    ~ReadingDesk() override;

    void takeFacts(FactsChange change) override;
};

} // namespace cadastre
