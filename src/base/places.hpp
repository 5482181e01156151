// Few at once, few more waiting, the rest turned away: for work that would otherwise take all
// threads of the machine. Safe from any thread.
#pragma once

#include <atomic>
#include <semaphore>

namespace base {

class Places {
  public:
    Places(int at_once_max, int waiting_max) : waiting_max_(waiting_max), free_(at_once_max) {}

    /// One of the places, given back at the end of its life; not taken() when too many wait.
    class Place {
      public:
        explicit Place(Places& places) : places_(places), taken_(places.free_.try_acquire()) {
            if (taken_) return;
            if (places_.waiting_.fetch_add(1) < places_.waiting_max_) {
                places_.free_.acquire();
                taken_ = true;
            }
            places_.waiting_.fetch_sub(1);
        }
        ~Place() {
            if (taken_) places_.free_.release();
        }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        [[nodiscard]] bool taken() const { return taken_; }

      private:
        Places& places_;
        bool taken_ = false;
    };

  private:
    int waiting_max_;
    std::counting_semaphore<> free_;
    std::atomic<int> waiting_ = 0;
};

}  // namespace base
